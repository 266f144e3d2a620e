import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { BASE64, fileItem, PNG } from '../../support/files';
import { textOf } from '../../support/runNode';
import { failed } from '../nhn';
import { ask } from './run';
import type { VendorDocs } from './vendorDocs';

const { codes } = JSON.parse(
	readFileSync(join(__dirname, 'vendorDocs.json'), 'utf8'),
) as VendorDocs;

/** What the sentence of each documented result code has to say. */
const SENTENCES: Record<string, RegExp> = {
	'-1': /without giving a reason\. Run this item again later/,
	400: /does not understand the request\. Check the file/,
	401: /rejected the sign-in\. Check the keys/,
	403: /does not permit this account to use OCR\. Check that the app key/,
	404: /does not offer this operation\. Check the app key and the endpoint/,
	405: /does not offer this operation/,
	415: /does not accept the request in this form\. Check any proxy/,
	4000001: /does not accept a parameter\. Check the fields/,
	4000002: /could not read the file\. Check that it opens/,
	4000003: /does not read this kind of file\. Convert it to JPG or PNG/,
	4000004: /file is empty\. Check the node/,
	4000005: /key is missing from the request\. Check the credential/,
	4000006: /reached its limit of calls/,
	4000101: /no Korean business registration certificate\. Take a sharp/,
	4000102: /no business with this number\. Check Business Number/,
	4000103: /The PDF has a password\. Remove it/,
	4000111: /shows no credit card that NHN Cloud can read\. Take a sharp/,
	4000121: /shows no identity card that NHN Cloud can read\. Take a sharp/,
	4000122: /Request Key was used before, or is older than an hour\. Run Extract again/,
	4000123: /have locked this card.*five verifications.*do not verify it again/,
	4000301: /does not accept its public key any more/,
	4000302: /could not decrypt the key of the request\. Check any proxy/,
	4000303: /could not decrypt the request\. Check any proxy/,
	4000401: /may not use this service yet\. Apply for it/,
	4000402: /has not granted the use of this service yet\. Wait/,
	4000403: /Nobody has applied for the use of this service\. Apply for it/,
	4000404: /service is enabled already.*Run this item again/,
	4000601: /no document that NHN Cloud can read\. Take a sharp/,
	4000602: /contains no text\. Check the picture/,
	4010001: /app key or the secret key is wrong\. Copy both/,
	4010002: /does not permit this account to use OCR/,
	4010003: /does not permit this account to use OCR/,
	4010004: /does not permit this account to use OCR/,
	4010005: /does not permit this account to use OCR/,
	4010006: /rejected the access token\. Check the user access key/,
	4010007: /rejected the access token\. Check the user access key/,
	4041007: /does not offer this operation\. Check the app key/,
	4131000: /too large for NHN Cloud\. Resize it first/,
	5000001: /internal error\. Run this item again later/,
	5000002: /internal error\. Run this item again later/,
	5000003: /internal error\. Run this item again later/,
	5000004: /internal error\. Run this item again later/,
	5000005: /internal error\. Run this item again later/,
	5000006: /internal error\. Run this item again later/,
	5000007: /internal error\. Run this item again later/,
	5000503: /is not available\. Try again later/,
	5003001: /internal error\. Run this item again later/,
	5003002: /internal error\. Run this item again later/,
	5003003: /failed to read the document\. Take a sharp/,
	5003004: /internal error\. Run this item again later/,
	5003011: /internal error\. Run this item again later/,
	5003012: /internal error\. Run this item again later/,
	5003013: /failed to read the document\. Take a sharp/,
	5003021: /internal error\. Run this item again later/,
	5003022: /internal error\. Run this item again later/,
	5003023: /failed to read the document\. Take a sharp/,
	5006001: /internal error\. Run this item again later/,
	5006002: /internal error\. Run this item again later/,
	5006003: /failed to read the document\. Take a sharp/,
};

/** Codes after which the request is sent again: the limit, a break, and a key that is out of date. */
const RETRIED = ['4000006', '5000503', '4000301'];

/** Codes after which every other request would fail as well. */
const ENDING = [
	...['401', '403', '404', '405', '4000005', '4000302', '4000401', '4000402', '4000403'],
	...['4010001', '4010002', '4010003', '4010004', '4010005', '4010006', '4010007', '4041007'],
];

test('every documented result code is here', () => {
	const documented = Object.keys(codes).filter((code) => code !== '0');
	expect(Object.keys(SENTENCES).sort()).toEqual(documented.sort());
});

const once = Object.entries(SENTENCES).filter(([code]) => !RETRIED.includes(code));

test.each(once)('result code %s', async (code, sentence) => {
	const { error, requests } = await ask('document/businessStatus', BASE64, {
		answers: () => failed(Number(code), codes[code]),
	});
	expect(textOf(error)).toMatch(sentence);
	expect(textOf(error).endsWith(`NHN Cloud says: ${codes[code]} (${code})`)).toBe(true);
	expect(requests).toHaveLength(1);
});

test.each(once.map(([code]) => [code, ENDING.includes(code)]))(
	'result code %s ends the run: %j',
	async (code, endsRun) => {
		const { requests, outputs } = await ask(
			'document/creditCardPlain',
			{ options: { maxConcurrent: 1 } },
			{
				answers: () => failed(Number(code)),
				more: {
					items: [fileItem({ data: PNG }), fileItem({ data: PNG })],
					settings: { onError: 'continueRegularOutput' },
				},
			},
		);
		expect(requests).toHaveLength(endsRun ? 1 : 2);
		expect(outputs[0]).toHaveLength(2);
	},
);

test('a user access key has no secret key that could be wrong', async () => {
	const parameters = { authentication: 'userAccessKey' };
	const { error } = await ask('document/business', parameters, { answers: () => failed(4010001) });
	expect(textOf(error)).toMatch(/: The app key is wrong\. Copy it again/);
});

test('a code that is not documented', async () => {
	const { error } = await ask('document/business', {}, { answers: () => failed(4999999) });
	expect(textOf(error)).toMatch(/rejected the request.*As documented\. \(4999999\)$/);
});

test.each(['4000122', '4000123'])(
	'a verification that fails with %s is never sent again',
	async (code) => {
		const options = { retryIfBilled: true };
		const { requests, error } = await ask(
			'identityCard/verify',
			{ options },
			{
				answers: () => failed(Number(code)),
			},
		);
		expect(textOf(error)).toMatch(SENTENCES[code]);
		expect(requests).toHaveLength(1);
	},
);

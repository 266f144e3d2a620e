/*
 * The envelope against what is not our code: WebCrypto for AES, the padding of RFC 8017 by hand for RSA,
 * and OpenSSL where it is installed.
 */
import { execFileSync } from 'node:child_process';
import { constants, publicEncrypt, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import nock from 'nock';

import { Envelope, readPublicKey } from '../../../nodes/NhnCloudOcr/auth/envelope';
import { forgetPublicKey, publicKeyOf } from '../../../nodes/NhnCloudOcr/auth/publicKeys';
import { inMemory } from '../../../nodes/shared/input/imageFile';
import { joinChunks } from '../../../nodes/shared/input/joinChunks';
import { fileItem, PNG } from '../../support/files';
import { inspectAll } from '../../support/inspectAll';
import { startNode, textOf } from '../../support/runNode';
import type { SentRequest } from '../../support/wire';
import { failed, HOST, SECRET_KEY } from '../nhn';
import { ANSWERS } from './answers';
import {
	decrypted,
	encrypted,
	issued,
	issuedKey,
	publicKeyAnswer,
	sealedFor,
	symmetricKeyOf,
} from './otherSide';
import { ask } from './run';

const publicKey = { key: readPublicKey(issued.base64)!, version: '7' };

/** An envelope, and its key as the provider finds it. */
function envelope() {
	const own = new Envelope();
	const headers = own.headers(publicKey);
	const key = symmetricKeyOf({ headers: { 'symmetric-key': headers['Symmetric-Key'] } } as never);
	return { own, headers, key };
}

const TEXTS = ['', 'a', '홍길동', 'x'.repeat(16), '😀'.repeat(500)];

test('the key has 32 random bytes, and the header the version of the public key', () => {
	const all = [envelope(), envelope()];
	expect(all.map(({ key }) => key.length)).toEqual([32, 32]);
	expect(all[0].key.equals(all[1].key)).toBe(false);
	expect(all[0].headers['X-Key-Version']).toBe('7');
	// RSA with PKCS #1 padding is another text each time.
	const again = all[0].own.headers(publicKey)['Symmetric-Key'];
	expect(again).not.toBe(all[0].headers['Symmetric-Key']);
});

test.each(TEXTS)('a text is read by WebCrypto, and one of WebCrypto is read: %j', async (text) => {
	const { own, key } = envelope();
	const sealed = own.seal(text);
	expect(String(await decrypted(Buffer.from(sealed, 'base64'), key))).toBe(text);
	expect(own.open(await encrypted(text, key))).toBe(text);
});

test.each([0, 1, 15, 16, 17, 600_000, 1_048_576])(
	'a file of %d bytes is read by WebCrypto, and has the stated size',
	async (size) => {
		const { own, key } = envelope();
		const bytes = randomBytes(size);
		const file = own.sealFile(inMemory(bytes));
		const sealed = await joinChunks(file.chunks());
		expect(sealed).toHaveLength(file.size);
		expect((await decrypted(sealed, key)).equals(bytes)).toBe(true);
		// A file is read again for another attempt.
		expect((await joinChunks(file.chunks())).equals(sealed)).toBe(true);
	},
);

const hasOpenSsl = (() => {
	try {
		return execFileSync('openssl', ['version']).length > 0;
	} catch {
		return false;
	}
})();

(hasOpenSsl ? test : test.skip)('OpenSSL reads the header, a file and a text', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'envelope-'));
	try {
		const path = (name: string) => join(folder, name);
		const openssl = (args: string[], input: Buffer) => execFileSync('openssl', args, { input });
		writeFileSync(path('private.pem'), issued.privateKey.export({ type: 'pkcs8', format: 'pem' }));
		const own = new Envelope();
		const header = Buffer.from(own.headers(publicKey)['Symmetric-Key'], 'base64');
		const rsa = ['pkeyutl', '-decrypt', '-inkey', path('private.pem')];
		const key = openssl([...rsa, '-pkeyopt', 'rsa_padding_mode:pkcs1'], header);
		expect(key).toHaveLength(32);
		const iv = key.subarray(0, 16).toString('hex');
		const aes = ['enc', '-aes-256-cbc', '-K', key.toString('hex'), '-iv', iv];
		const sealed = await joinChunks(own.sealFile(inMemory(PNG)).chunks());
		expect(openssl([...aes, '-d'], sealed).equals(PNG)).toBe(true);
		expect(String(openssl([...aes, '-d'], Buffer.from(own.seal('주민등록증'), 'base64')))).toBe(
			'주민등록증',
		);
		const back = openssl(aes, Buffer.from('운전면허증')).toString('base64');
		expect(own.open(back)).toBe('운전면허증');
	} finally {
		rmSync(folder, { recursive: true });
	}
});

const NOT_OPENED =
	/^n8n could not decrypt the response of NHN Cloud, which may have been charged\. Run/;

describe('what cannot be decrypted is an error', () => {
	test('a text of another key, 2,000 times: one in 256 has a padding that looks right', () => {
		const { own } = envelope();
		for (let count = 0; count < 2_000; count++) {
			const sealed = new Envelope().seal('비밀'.repeat(10));
			expect(() => own.open(sealed)).toThrow(NOT_OPENED);
		}
	});

	test('a text that is cut off, at every length', () => {
		const { own } = envelope();
		const bytes = Buffer.from(own.seal('a'.repeat(40)), 'base64');
		for (let length = 0; length < bytes.length; length++) {
			const cut = bytes.subarray(0, length).toString('base64');
			expect(() => own.open(cut)).toThrow(NOT_OPENED);
		}
	});

	test.each(['plain text', '1111', 'AAAA AAAA', 'a', '=', '주민', 'A'.repeat(64)])(
		'%j, which is not encrypted',
		(text) => {
			expect(() => envelope().own.open(text)).toThrow(NOT_OPENED);
		},
	);

	test('a wrong padding', async () => {
		const { own, key } = envelope();
		const bytes = Buffer.from(own.seal('x'.repeat(16)), 'base64');
		// The bytes before the last block change those of its padding, by the definition of CBC.
		bytes[bytes.length - 17] ^= 1;
		expect(() => own.open(bytes.toString('base64'))).toThrow(NOT_OPENED);
		await expect(decrypted(bytes, key)).rejects.toThrow();
	});
});

test('an envelope shows its key to nobody', () => {
	const { own, key } = envelope();
	const shown = [inspectAll(own), JSON.stringify(own), Object.keys(own).join()].join();
	for (const form of ['hex', 'base64'] as const) expect(shown).not.toContain(key.toString(form));
});

describe('the public key', () => {
	const modulus = issued.publicKey.export({ format: 'jwk' }).n;
	const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

	test.each([
		['DER of X.509', issued.base64],
		['PEM', base64(issued.publicKey.export({ type: 'spki', format: 'pem' }))],
		['PEM that is not encoded again', issued.publicKey.export({ type: 'spki', format: 'pem' })],
		['DER of PKCS #1', base64(issued.publicKey.export({ type: 'pkcs1', format: 'der' }))],
	])('as %s', (_, text) => {
		expect(readPublicKey(String(text))!.export({ format: 'jwk' }).n).toBe(modulus);
	});

	test.each(['', 'String', base64('no key'), base64(PNG)])('none in %j', (text) => {
		expect(readPublicKey(text)).toBeUndefined();
	});

	test('is fetched once for all items of an app key, and again for another service', async () => {
		const credential = { appKey: 'app-key-of-many' };
		const items = Array.from({ length: 12 }, () => fileItem({ data: PNG }));
		const first = await ask('identityCard/extract', {}, { more: { items, credential } });
		expect(first.outputs[0]).toHaveLength(12);
		expect(first.keys).toHaveLength(1);
		const second = await ask('identityCard/extractStandAlone', {}, { more: { credential } });
		expect([second.outputs[0].length, second.keys.length]).toEqual([1, 0]);
		const third = await ask('document/creditCard', {}, { more: { credential } });
		expect([third.outputs[0].length, third.keys.length]).toEqual([1, 1]);
	});

	/** A provider whose key with version 1 is out of date, and the versions of the keys that it issued. */
	function rotated(refused: (version: string) => boolean) {
		const newer = issuedKey();
		const operation = 'identityCard/extract';
		let version = 0;
		return {
			publicKey: () => {
				version++;
				return publicKeyAnswer(String(version), version === 1 ? issued.base64 : newer.base64);
			},
			answers: async (request: SentRequest) =>
				refused(request.headers['x-key-version'])
					? failed(4000301)
					: await sealedFor(request, ANSWERS[operation], newer),
		};
	}

	test.each(['secretKey', 'userAccessKey'])(
		'with %s: a version that is rejected is fetched again',
		async (authentication) => {
			const provider = rotated((version) => version === '1');
			const { outputs, error, requests, keys } = await ask(
				'identityCard/extract',
				{ authentication },
				provider,
			);
			expect(error).toBeUndefined();
			expect(outputs[0][0].json.name).toBe('홍길동');
			expect(requests.map(({ headers }) => headers['x-key-version'])).toEqual(['1', '2']);
			expect(keys).toHaveLength(2);
		},
	);

	test('a version that is rejected again ends the run', async () => {
		const provider = rotated(() => true);
		const { error, requests, keys } = await ask('identityCard/extract', {}, provider);
		expect(textOf(error)).toMatch(/does not accept its public key any more, .* \(4000301\)$/);
		expect([requests.length, keys.length]).toEqual([2, 2]);
	});

	test('another version than the rejected one stays', async () => {
		let fetched = 0;
		const get = async (address: string) =>
			await publicKeyOf(address, async () => ({ ...publicKey, version: String(++fetched) }));
		expect((await get('https://a/1/keys')).version).toBe('1');
		forgetPublicKey('https://a/1', '2');
		forgetPublicKey('https://a', '9');
		forgetPublicKey('https://b', '1');
		expect((await get('https://a/1/keys')).version).toBe('1');
		forgetPublicKey('https://a/1', '1');
		expect((await get('https://a/1/keys')).version).toBe('2');
	});

	test.each<[object, RegExp, number]>([
		[failed(4000401), /may not use this service yet\. Apply for it .* \(4000401\)$/, 1],
		[failed(4010001), /app key or the secret key is wrong\. Copy both.* \(4010001\)$/, 1],
		[publicKeyAnswer('0', 'String'), /sent no public key to encrypt the request with\. Check/, 1],
		[publicKeyAnswer(''), /sent no public key to encrypt the request with/, 1],
		[{ header: failed(0).header }, /rejected the request/, 1],
	])('that is not there: %j', async (answer, sentence, times) => {
		const publicKey = () => answer;
		const { error, requests, keys } = await ask('document/creditCard', {}, { publicKey });
		expect(textOf(error)).toMatch(sentence);
		expect(requests).toEqual([]);
		expect(keys).toHaveLength(times);
	});

	test('that could not be fetched is fetched for the next request', async () => {
		const credential = { appKey: 'app-key-of-failure' };
		const publicKey = () => failed(4000401);
		const first = await ask('document/creditCard', {}, { publicKey, more: { credential } });
		expect(first.error).toBeDefined();
		const second = await ask('document/creditCard', {}, { more: { credential } });
		expect([second.error, second.keys.length]).toEqual([undefined, 1]);
	});

	test('is fetched again when the provider is busy', async () => {
		let asked = 0;
		const publicKey = () => (asked++ === 0 ? failed(5000503) : publicKeyAnswer());
		const { error, keys } = await ask('document/creditCard', {}, { publicKey });
		expect(error).toBeUndefined();
		expect(keys).toHaveLength(2);
	});
});

test('a run that is canceled does not wait for a public key', async () => {
	nock.cleanAll();
	let asked: () => void;
	const isAsked = new Promise<void>((resolve) => (asked = resolve));
	nock(HOST)
		.get(/public-keys/)
		.reply(async () => {
			asked();
			await new Promise((resolve) => setTimeout(resolve, 5_000).unref());
			return [200, publicKeyAnswer()];
		});
	const { result, cancel } = startNode({
		type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
		parameters: { resource: 'identityCard', operation: 'extract' },
		credentials: {
			nhnCloudOcrApi: { appKey: 'app-key-of-cancel', baseUrl: HOST, secretKey: SECRET_KEY },
		},
		items: [fileItem({ data: PNG })],
	});
	await isAsked;
	const canceled = Date.now();
	cancel();
	await result.catch(() => {});
	expect(Date.now() - canceled).toBeLessThan(2_000);
});

describe('an answer that cannot be decrypted', () => {
	const stranger = issuedKey();
	const withOtherKey = async (request: SentRequest, answer: object) => {
		const key = randomBytes(32);
		const sealed = stranger.publicKey;
		const header = publicEncrypt({ key: sealed, padding: constants.RSA_PKCS1_PADDING }, key);
		const headers = { ...request.headers, 'symmetric-key': header.toString('base64') };
		return await sealedFor({ ...request, headers }, answer, stranger);
	};

	test.each(['document/creditCard', 'identityCard/extract', 'identityCard/extractStandAlone'])(
		'%s: an error in every output, and nothing of it is remembered',
		async (operation) => {
			for (const output of ['document', 'raw']) {
				const credential = { appKey: `app-key-of-stranger-${operation}-${output}` };
				const { error, requests, outputs } = await ask(
					operation,
					{ output, options: { reuseAnswers: 60 } },
					{
						answers: async (request) => await withOtherKey(request, ANSWERS[operation]),
						more: { credential },
					},
				);
				expect(textOf(error)).toMatch(/^a\.png: n8n could not decrypt the response of NHN Cloud/);
				expect(requests).toHaveLength(1);
				expect(outputs.flat()).toEqual([]);
				const parameters = { output, options: { reuseAnswers: 60 } };
				const again = await ask(operation, parameters, { more: { credential } });
				expect([again.error, again.requests.length]).toEqual([undefined, 1]);
			}
		},
	);

	test('one value that cannot be decrypted is the error of all', async () => {
		const { error } = await ask(
			'identityCard/extract',
			{},
			{
				answers: async (request) => {
					const answer = await sealedFor(request, ANSWERS['identityCard/extract']);
					const { keyValues } = answer.result as { keyValues: Array<{ value: string }> };
					keyValues[2].value = keyValues[2].value.slice(0, -4);
					return answer;
				},
			},
		);
		expect(textOf(error)).toMatch(/could not decrypt the response/);
	});

	test('values that are empty or no text are what they are', async () => {
		const { outputs } = await ask(
			'identityCard/extract',
			{},
			{
				answers: async (request) => {
					const answer = await sealedFor(request, ANSWERS['identityCard/extract']);
					const { keyValues } = answer.result as { keyValues: Array<{ value: unknown }> };
					keyValues[0].value = '';
					keyValues[1].value = null;
					keyValues[2].value = 20200131;
					return answer;
				},
			},
		);
		expect(outputs[0][0].json).toMatchObject({
			...{ name: null, residentNumber: null, issueDate: 20200131, issuer: '견본시장' },
		});
	});
});

describe('no key is told', () => {
	const ECHOES: Array<[string, (echo: string) => unknown]> = [
		['in its message', (echo) => failed(4000302, echo)],
		['in the title of a page', (echo) => [501, `<html><title>${echo}</title></html>`]],
		['in the message of a gateway', (echo) => [403, { message: echo }]],
		['in an answer of an unknown form', (echo) => ({ request: { headers: echo } })],
	];

	test.each(ECHOES)('if a server repeats the request %s', async (_, echo) => {
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			const { outputs, error, requests, run } = await ask(
				'identityCard/extract',
				{},
				{
					answers: ({ headers }) => echo(JSON.stringify(headers)),
					more: { settings: { onError } },
				},
			);
			const { Node: ran } = run.data.resultData.runData;
			const told = [
				inspectAll(outputs),
				inspectAll(error),
				inspectAll(ran),
				JSON.stringify(ran),
			].join();
			const [{ headers }] = requests;
			const key = symmetricKeyOf(requests[0]);
			const secrets = [
				...[SECRET_KEY, headers['symmetric-key'], JSON.stringify(headers['symmetric-key'])],
				...[key.toString('hex'), key.toString('base64')],
			];
			expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
			expect(told).toMatch(/\*\*\*|not NHN Cloud/);
		}
	});

	test('if a server repeats it in an answer', async () => {
		const { outputs } = await ask(
			'identityCard/extract',
			{ output: 'raw' },
			{
				answers: async (request) => ({
					...(await sealedFor(request, ANSWERS['identityCard/extract'])),
					echo: request.headers,
				}),
			},
		);
		const told = JSON.stringify(outputs[0]);
		expect(told).toContain('홍길동');
		expect(told).toContain('symmetric-key');
		expect(told).toMatch(/"symmetric-key":"\*\*\*"/);
	});
});

test('each attempt has a key of its own', async () => {
	const { requests, error } = await ask(
		'identityCard/extract',
		{},
		{
			answers: async (request, index) =>
				index === 0 ? failed(5000503) : await sealedFor(request, ANSWERS['identityCard/extract']),
		},
	);
	expect(error).toBeUndefined();
	const own = requests.map((request) => symmetricKeyOf(request).toString('hex'));
	expect([own.length, new Set(own).size]).toEqual([2, 2]);
});

/* Each of the 22 identity documents, in n8n's own engine, against answers of the documentation. */
import nock from 'nock';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { identityCatalogue } from '../../../nodes/TencentCloudOcr/operations/identityDocument/catalogue';
import { answerMemory } from '../../../nodes/shared/engine/reuse/answerMemory';
import { rateLimiters } from '../../../nodes/shared/engine/rate/rateLimiters';
import { BMP, fileItem, JPEG, PNG, PNG_256 } from '../../support/files';
import { textOf } from '../../support/runNode';
import { expectSchema } from '../../support/schema';
import type { SentRequest } from '../tencent';
import { answerWith, failure, HOST, REQUEST_ID, run } from '../tencent';
import { ANSWERS, BRAZILIAN, PORTRAIT, RESPONSES } from './answers';
import { rowOf } from './rows';
import { documented, READING, vendorActions } from './vendorActions';

const SCHEMA = 'TencentCloudOcr/identityDocument/extract';
const CHINA = 'https://ocr.tencentcloudapi.com';
const URL = 'https://example.com/a.png';

const FRONT = PNG;
const BACK = Buffer.concat([PNG, Buffer.from([1])]);

const EXTRACT = { resource: 'identityDocument', operation: 'extract', output: 'document' };
const FILE = { inputType: 'binary' };

type Run = Parameters<typeof run>[1];

const read = async (document: string, parameters: INodeParameters = {}, more: Run = {}) =>
	await run(
		{ ...EXTRACT, ...FILE, document, ...parameters },
		{ items: [fileItem({ data: FRONT })], ...more },
	);

const actionOf = ({ headers }: SentRequest) => headers['x-tc-action'];

/** Answers each action with its documented answer. */
const answerAll = (host = HOST) => answerWith((request) => ANSWERS[actionOf(request)], host);

beforeEach(() => {
	answerMemory.clear();
	rateLimiters.clear();
});

describe.each(READING)('%s', (api) => {
	const vendor = vendorActions[api];
	const takesBack = 'BackImageBase64' in vendor.parameters;
	const required = Object.fromEntries(vendor.required.map((name) => [name, false]));

	test('a file is one row, with every documented column in its order', async () => {
		const requests = answerAll();
		const { outputs, error } = await read(api);
		expect(error).toBeUndefined();
		expect(requests.map(actionOf)).toEqual([api]);
		expect(requests[0].body).toEqual({ ...required, ImageBase64: FRONT.toString('base64') });
		const [{ json, pairedItem }] = outputs[0];
		expect(pairedItem).toEqual({ item: 0 });
		expectSchema(SCHEMA, outputs[0]);
		if (api === 'RecognizeBrazilCommonOCR') return;
		const expected = { fileName: 'a.png', ...rowOf(api, RESPONSES[api]) };
		expect(Object.entries(json)).toEqual(Object.entries(expected));
	});

	test('every picture is a file with the name of its field', async () => {
		answerAll();
		const { outputs } = await read(api);
		const [{ binary = {} }] = outputs[0];
		const given = documented(api).pictures.filter((name) => {
			const value = RESPONSES[api][name];
			return value === PORTRAIT || (value as IDataObject | undefined)?.Value === PORTRAIT;
		});
		expect(Object.keys(binary)).toEqual(expect.arrayContaining(given));
		expect(Object.keys(binary)).toHaveLength(given.length);
		for (const name of given) {
			expect(binary[name]).toMatchObject({ fileName: `${name}.png`, mimeType: 'image/png' });
			expect(binary[name].data).toBe(PORTRAIT);
		}
	});

	test('base64', async () => {
		const requests = answerAll();
		const base64 = { inputType: 'base64', imageBase64: FRONT.toString('base64') };
		const { outputs, error } = await read(api, base64, { items: [{ json: {} }] });
		expect(error).toBeUndefined();
		expect(requests[0].body).toEqual({ ...required, ImageBase64: FRONT.toString('base64') });
		expect(outputs[0][0].json.document).toBe(api);
	});

	test(`a URL, which ${vendor.urlsInChinaOnly ? 'n8n' : 'Tencent Cloud'} downloads`, async () => {
		const requests = answerAll();
		nock('https://example.com').get('/a.png').reply(200, FRONT);
		const url = { inputType: 'url', imageUrl: URL };
		const { outputs, error } = await read(api, url, { items: [{ json: {} }] });
		expect(error).toBeUndefined();
		expect(requests[0].body).toEqual({
			...required,
			...(vendor.urlsInChinaOnly ? { ImageBase64: FRONT.toString('base64') } : { ImageUrl: URL }),
		});
		expect(Object.keys(outputs[0][0].json).slice(0, 2)).toEqual(['url', 'document']);
		nock.cleanAll();
	});

	if (takesBack) {
		test('front and back: files', async () => {
			const requests = answerAll();
			const items = [fileItem({ data: FRONT, back: BACK })];
			const { outputs, error } = await read(api, { backImage: 'back' }, { items });
			expect(error).toBeUndefined();
			expect(requests[0].body).toEqual({
				ImageBase64: FRONT.toString('base64'),
				BackImageBase64: BACK.toString('base64'),
			});
			expect(Object.keys(outputs[0][0].json).slice(0, 2)).toEqual(['fileName', 'back_fileName']);
		});

		test('front and back: base64 and URLs', async () => {
			const requests = answerAll();
			nock('https://example.com').get('/a.png').reply(200, FRONT).get('/b.png').reply(200, BACK);
			const back = 'https://example.com/b.png';
			const items = [{ json: {} }];
			await read(
				api,
				{
					...{ inputType: 'base64', imageBase64: FRONT.toString('base64') },
					backImage: BACK.toString('base64'),
				},
				{ items },
			);
			const files = {
				ImageBase64: FRONT.toString('base64'),
				BackImageBase64: BACK.toString('base64'),
			};
			expect(requests[0].body).toEqual(files);
			const url = { inputType: 'url', imageUrl: URL, backImage: back };
			const { outputs } = await read(api, url, { items });
			expect(requests[1].body).toEqual(
				vendor.urlsInChinaOnly ? files : { ImageUrl: URL, BackImageUrl: back },
			);
			expect(outputs[0][0].json).toMatchObject({ url: URL, back_url: back });
			nock.cleanAll();
		});
	} else {
		test('takes no second image', async () => {
			const requests = answerAll();
			await read(api, { backImage: 'back' }, { items: [fileItem({ data: FRONT, back: BACK })] });
			expect(Object.keys(requests[0].body)).not.toContain('BackImageBase64');
		});
	}

	test('the portrait is asked for as the action wants it', async () => {
		const requests = answerAll();
		const items = [fileItem({ data: PNG_256 })];
		await read(api, { options: { returnPortrait: true } }, { items });
		const portraits = ['ReturnHeadImage', 'RetImage', 'RetProfile', 'CropPortrait', 'Config'];
		const [name] = Object.keys(vendor.parameters).filter((each) => portraits.includes(each));
		const value = name === 'Config' ? '{"RetImage":"portrait"}' : true;
		expect(requests[0].body).toEqual({ [name]: value, ImageBase64: PNG_256.toString('base64') });
	});

	test('Raw is the answer, unchanged', async () => {
		answerAll();
		const { outputs } = await read(api, { output: 'raw' });
		expect(outputs[0].map(({ json }) => json)).toEqual([ANSWERS[api]]);
		expect(outputs[0][0].binary).toBeUndefined();
	});

	test.each([
		['PNG', PNG],
		['JPEG', JPEG],
		['BMP', BMP],
		['PDF', Buffer.from('%PDF-1.7\n')],
		['GIF', Buffer.from('GIF89a' + ' '.repeat(20))],
	])('%s', async (kind, file) => {
		const requests = answerAll();
		const { error } = await read(api, {}, { items: [fileItem({ data: file })] });
		const isAccepted = vendor.formats.includes(kind);
		expect(requests).toHaveLength(isAccepted ? 1 : 0);
		if (!isAccepted)
			expect(textOf(error)).toContain(`file type ${kind}, but Tencent Cloud accepts`);
	});

	test('a file of more than 7 MB as base64 is not sent', async () => {
		const requests = answerAll();
		const items = [fileItem({ data: Buffer.concat([PNG, Buffer.alloc(5.3 * 1024 * 1024)]) })];
		const { error } = await read(api, {}, { items });
		expect(textOf(error)).toMatch(
			/The image is 5\.30 MB, but Tencent Cloud accepts at most 5\.25 MB/,
		);
		expect(requests).toEqual([]);
	});

	test('at the China site', async () => {
		const requests = answerAll(CHINA);
		const { error } = await read(api, {}, { credential: { baseUrl: CHINA } });
		if (vendor.sites.includes('china')) {
			expect(error).toBeUndefined();
			expect(requests).toHaveLength(1);
		} else {
			expect(error!.message).toContain(
				`Tencent Cloud offers ${api} only on the international site, but the endpoint in the credential belongs to the China site`,
			);
			expect(requests).toEqual([]);
		}
	});

	test('an answer of an unknown structure is an error, and Raw shows it', async () => {
		answerWith(() => ({ Response: { Other: 1, RequestId: REQUEST_ID } }));
		const { error } = await read(api);
		expect(textOf(error)).toMatch(/has an unknown structure\. Set Output to Raw to see it/);
		const { outputs } = await read(api, { output: 'raw' });
		expect(outputs[0]).toHaveLength(1);
	});
});

test.each(['HKIDCardOCR', 'MLIDPassportOCR', 'MLIDCardOCR'])(
	'%s: at the China site, Tencent Cloud downloads the URL',
	async (api) => {
		const requests = answerAll(CHINA);
		const { error } = await read(
			api,
			{ inputType: 'url', imageUrl: URL },
			{ items: [{ json: {} }], credential: { baseUrl: CHINA } },
		);
		expect(error).toBeUndefined();
		expect(requests[0].body).toEqual({ ImageUrl: URL });
	},
);

describe('any Brazilian card', () => {
	const anyCard = async (Type: unknown, Result: IDataObject) => {
		answerWith(() => ({ Response: { Type, Result, RequestId: REQUEST_ID } as IDataObject }));
		const { outputs } = await read('RecognizeBrazilCommonOCR');
		expectSchema(SCHEMA, outputs[0]);
		return outputs[0][0];
	};
	const NONE = { RNE: null, RNM: null, IDCard: null, DriverLicense: null };

	test.each(BRAZILIAN)('type %i: the row of the card %s', async (type, name, said) => {
		const card = { ...said };
		delete card.AdvancedInfo;
		const { json, binary = {} } = await anyCard(type, { ...NONE, [name]: card });
		const prefix = `Result.${name}.`;
		const fields = documented('RecognizeBrazilCommonOCR')
			.fields.filter((field) => field.startsWith(prefix))
			.map((field) => field.slice(prefix.length));
		expect(Object.entries(json)).toEqual([
			...[
				['fileName', 'a.png'],
				['document', 'RecognizeBrazilCommonOCR'],
			],
			...[
				['Type', type],
				['card', name],
			],
			...fields.map((field) => [field, card[field] === '' ? null : (card[field] ?? null)]),
		]);
		expect(Object.keys(binary)).toEqual(
			['PortraitImage', 'PortraitImageBack'].filter((field) => card[field] === PORTRAIT),
		);
	});

	test('a type that contradicts the only card does not lose it', async () => {
		const [, , card] = BRAZILIAN[0];
		const { json } = await anyCard(4, { ...NONE, RNE: card });
		expect(json).toMatchObject({ Type: 4, card: 'RNE', RNE: card.RNE });
	});

	test('two cards: the one of the type, and the other one behind it', async () => {
		const [[, , rne], [, , rnm]] = BRAZILIAN;
		answerWith(() => ({
			Response: { Type: 2, Result: { RNE: rne, RNM: rnm }, RequestId: REQUEST_ID },
		}));
		const { outputs } = await read('RecognizeBrazilCommonOCR');
		expect(outputs[0][0].json).toMatchObject({ RNM: rnm.RNM, Result_RNE_RNE: rne.RNE });
	});
});

describe('the verdict', () => {
	const verdictOf = async (WarnCardInfos: unknown) => {
		const said = { ...RESPONSES.RecognizeSingaporeIDCardOCR, WarnCardInfos } as IDataObject;
		answerWith(() => ({ Response: { ...said, RequestId: REQUEST_ID } }));
		const { outputs } = await read('RecognizeSingaporeIDCardOCR', {
			options: { reviewBelow: 0.8 },
		});
		const { valid, warnings, needsReview } = outputs[0][0].json;
		// Only a card that the provider calls good needs no review.
		expect(needsReview).toBe(valid !== true);
		return { valid, warnings };
	};

	test.each([
		['no warning', [], { valid: true, warnings: null }],
		['nothing about warnings', null, { valid: null, warnings: null }],
		[
			'warnings that are not switched on',
			[-9109],
			{ valid: null, warnings: 'Warnings are not switched on for this account (-9109)' },
		],
		[
			'two warnings',
			[-9102, -9107],
			{
				valid: false,
				warnings: 'The document is a photocopy (-9102); The document reflects light (-9107)',
			},
		],
		['a warning of a later time', [-9999], { valid: false, warnings: 'Warning -9999' }],
	])('%s', async (_, codes, verdict) => expect(await verdictOf(codes)).toEqual(verdict));
});

test('the portrait of an Indonesian card needs a picture of a certain size', async () => {
	const requests = answerAll();
	const portrait = { options: { returnPortrait: true } };
	const small = await read('RecognizeIndonesiaIDCardOCR', portrait);
	expect(textOf(small.error)).toMatch(/1 × 1 pixels, but Tencent Cloud accepts 64 to 2000 pixels/);
	const large = [fileItem({ data: Buffer.concat([PNG_256, Buffer.alloc(4 * 1024 * 1024)]) })];
	const { error } = await read('RecognizeIndonesiaIDCardOCR', portrait, { items: large });
	expect(textOf(error)).toMatch(
		/The image is 4\.00 MB, but Tencent Cloud accepts at most 3\.75 MB/,
	);
	expect(requests).toEqual([]);
	await read('RecognizeIndonesiaIDCardOCR', {}, { items: large });
	expect(requests).toHaveLength(1);
});

test.each<[string, IDataObject]>([
	[
		'MLIDPassportOCR',
		{
			DateOfBirthIso: '1990-04-11',
			PassportRecognizeInfos_DateOfIssuanceIso: '2011-07-27',
		},
	],
	['HKIDCardOCR', { BirthdayIso: '1985-01-01' }],
	['PermitOCR', { BirthdayIso: '1900-10-27' }],
	['RecognizeBrazilDriverLicenseOCR', { NASCIMENTOIso: '1980-02-01', IssueDateIso: null }],
	['RecognizeIndonesiaIDCardOCR', { IssuedDateIso: '2015-05-15', BerlakuHinggaIso: null }],
	['RecognizeMacaoIDCardOCR', { BirthdayIso: '1997-04-22' }],
	['RecognizeMainlandIDCardOCR', { BirthIso: '1990-01-02' }],
	['RecognizePhilippinesTinIDOCR', { BirthdayIso: '1972-08-01' }],
	['RecognizeSingaporeIDCardOCR', { BirthdayIso: '1988-04-12' }],
	// The Thai date counts years from 543 BC.
	['RecognizeThaiIDCardOCR', { BirthdayIso: '1966-12-14', EnBirthdayIso: '1966-12-14' }],
])('%s: dates as ISO, by the rules of its country', async (api, dates) => {
	answerAll();
	const { outputs } = await read(api, { options: { normalizeValues: true } });
	expect(outputs[0][0].json).toMatchObject(dates);
	expectSchema(SCHEMA, outputs[0]);
	const off = await read(api);
	for (const name of Object.keys(dates)) expect(off.outputs[0][0].json).not.toHaveProperty(name);
});

describe('options of single documents', () => {
	const sent = async (document: string, options: IDataObject) => {
		const requests = answerAll();
		const { error } = await read(document, { options: options as INodeParameters });
		const sentBody = { ...requests[0]?.body };
		delete sentBody.ImageBase64;
		return { error, sent: sentBody, requests };
	};

	test.each([
		['RecognizeMainlandIDCardOCR', { cardSide: 'BACK' }, { CardSide: 'BACK' }],
		['RecognizeMainlandIDCardOCR', { cropIdCard: true }, { CropIdCard: true }],
		['MainlandPermitOCR', { cardSide: 'FRONT' }, { CardSide: 'FRONT' }],
		['RecognizeBrazilDriverLicenseOCR', { licenceVersion: 'NEW' }, { LicenceVersion: 'NEW' }],
	])('%s: %j', async (document, options, expected) => {
		expect((await sent(document, options)).sent).toEqual(expected);
	});

	test('no other document gets them, even if an expression chooses it', async () => {
		const requests = answerAll();
		const options = { cardSide: 'BACK', cropIdCard: true, licenceVersion: 'NEW' };
		await read('={{ "HKIDCardOCR" }}', { options });
		expect(Object.keys(requests[0].body)).toEqual(['ImageBase64']);
	});

	test.each([
		['RecognizeMainlandIDCardOCR', { cardSide: '={{ "LEFT" }}' }, /Card Side is "LEFT"/],
		['RecognizeMainlandIDCardOCR', { cropIdCard: '={{ "no" }}' }, /Crop Card is "no"/],
		['HKIDCardOCR', { returnPortrait: '={{ 1 }}' }, /Return Portrait is 1/],
	])('%s: %j costs nothing', async (document, options, message) => {
		const { error, requests } = await sent(document, options);
		expect(textOf(error)).toMatch(message);
		expect(requests).toEqual([]);
	});
});

describe('a document that differs for each item', () => {
	const KINDS = ['HKIDCardOCR', 'RecognizeThaiIDCardOCR', 'RecognizeMexicoVTID'];
	const items: INodeExecutionData[] = KINDS.map((kind) => ({
		...fileItem({ data: FRONT }),
		json: { kind },
	}));

	test('each is sent to its own action, and becomes its own row', async () => {
		const requests = answerAll();
		const { outputs, error } = await read('={{ $json.kind }}', {}, { items });
		expect(error).toBeUndefined();
		expect(requests.map(actionOf).sort()).toEqual([...KINDS].sort());
		expect(outputs[0].map(({ json }) => json.document)).toEqual(KINDS);
	});

	test('each has a rate of its own', async () => {
		answerAll();
		await read('={{ $json.kind }}', {}, { items });
		expect(rateLimiters.size).toBe(KINDS.length);
	});

	test('a throttled one does not hold back the others', async () => {
		const order: string[] = [];
		let throttled = 0;
		answerWith((request) => {
			const api = actionOf(request);
			if (api === KINDS[0] && throttled++ === 0) return failure('RequestLimitExceeded');
			order.push(api);
			return ANSWERS[api];
		});
		const { outputs, error } = await read('={{ $json.kind }}', {}, { items });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(3);
		expect(order.at(-1)).toBe(KINDS[0]);
	});

	test('the answer to one is not reused for another', async () => {
		const requests = answerAll();
		const options = { reuseAnswers: 60 };
		const { outputs } = await read('={{ $json.kind }}', { options }, { items });
		expect(outputs[0].map(({ json }) => json.reused)).toEqual([false, false, false]);
		expect(requests).toHaveLength(3);
		const again = await read('={{ $json.kind }}', { options }, { items });
		expect(again.outputs[0].map(({ json }) => [json.document, json.reused])).toEqual(
			KINDS.map((kind) => [kind, true]),
		);
		expect(requests).toHaveLength(3);
	});

	test('one that does not exist costs nothing', async () => {
		const requests = answerAll();
		const { error } = await read('={{ "IDCardOCR" }}');
		expect(textOf(error)).toMatch(
			/^a\.png: Document is "IDCardOCR", but must be MLIDPassportOCR, /,
		);
		expect(requests).toEqual([]);
	});

	test('its back is sent where an expression chooses a document with two sides', async () => {
		const requests = answerAll();
		await read(
			'={{ "RecognizeMacaoIDCardOCR" }}',
			{ backImage: '={{ "back" }}' },
			{ items: [fileItem({ data: FRONT, back: BACK })] },
		);
		expect(Object.keys(requests[0].body)).toEqual(['ImageBase64', 'BackImageBase64']);
	});
});

test('every file of an item is a document', async () => {
	const requests = answerAll();
	const { outputs } = await read(
		'HKIDCardOCR',
		{ binaryPropertyName: '*' },
		{ items: [fileItem({ first: FRONT, second: BACK })] },
	);
	expect(requests).toHaveLength(2);
	expect(outputs[0].map(({ json }) => json.EnName)).toEqual(['SPECIMEN, Sam', 'SPECIMEN, Sam']);
});

test('a back that is no file is an error that names the field', async () => {
	const requests = answerAll();
	const { error } = await read('RecognizeMacaoIDCardOCR', { backImage: 'rear' });
	expect(textOf(error)).toMatch(/Input field "rear" contains no file/);
	expect(requests).toEqual([]);
});

test('File Details of both sides', async () => {
	answerAll();
	const items = [fileItem({ data: FRONT, back: BACK })];
	const parameters = { backImage: 'back', options: { fileDetails: true } };
	const { outputs } = await read('RecognizeMacaoIDCardOCR', parameters, { items });
	expect(Object.entries(outputs[0][0].json).slice(0, 6)).toEqual([
		['fileName', 'a.png'],
		['fileSize', FRONT.length],
		['sha256', expect.stringMatching(/^[0-9a-f]{64}$/)],
		['back_fileName', 'a.png'],
		['back_fileSize', BACK.length],
		['back_sha256', expect.stringMatching(/^[0-9a-f]{64}$/)],
	]);
});

test('two sides that are too large together are not sent', async () => {
	const requests = answerAll();
	const large = Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]);
	const items = [fileItem({ data: large, back: large })];
	const { error } = await read('RecognizeMacaoIDCardOCR', { backImage: 'back' }, { items });
	expect(textOf(error)).toMatch(/All images together is 10\.00 MB|All images together/);
	expect(requests).toEqual([]);
});

test('the entries say all of their documents', () => {
	// A document that is chosen in a saved workflow keeps its value.
	expect(identityCatalogue.map(({ api }) => api).sort()).toEqual(Object.keys(ANSWERS).sort());
});

import type { INodeParameters } from 'n8n-workflow';

import { BMP, fileItem, JPEG, PNG } from '../../support/files';
import { textOf } from '../../support/runNode';
import type { SentRequest } from '../../support/wire';
import { formFiles } from '../../support/wire';
import { SECRET_KEY } from '../nhn';
import { ANSWERS, OPERATIONS_WITH_FILE, PARAMETERS } from './answers';
import { decrypted, symmetricKeyOf } from './otherSide';
import { ask } from './run';

const PDF = Buffer.from('%PDF-1.7\n');

interface Documented {
	path: string;
	/** Of the API with the envelope: the name of the service that issues the public key. */
	service?: string;
	readsPdfs?: boolean;
}

/** From the guides: the path of each operation behind the app key. */
const OPERATIONS: Array<[resource: string, operation: string, api: Documented]> = [
	['document', 'documentAi', { path: 'document-ai' }],
	['document', 'businessStatus', { path: 'business/status' }],
	['document', 'business', { path: 'business', readsPdfs: true }],
	['document', 'creditCard', { path: 'credit-card', service: 'credit-card' }],
	['document', 'creditCardPlain', { path: 'credit-card' }],
	['identityCard', 'extract', { path: 'id-card', service: 'id-card' }],
	['identityCard', 'extractStandAlone', { path: 'id-card/stand-alone', service: 'id-card' }],
	['identityCard', 'verify', { path: 'id-card/authenticity', service: 'id-card' }],
];

const APIS = Object.fromEntries(
	OPERATIONS.map(([resource, operation, api]) => [`${resource}/${operation}`, api]),
);

test('every operation is here', () => {
	expect(Object.keys(APIS).sort()).toEqual(Object.keys(ANSWERS).sort());
});

/** The image of a request, as the provider has it. */
async function imageIn(request: SentRequest, { service }: Documented) {
	const [file] = await formFiles(request);
	const bytes = service ? await decrypted(file.bytes, symmetricKeyOf(request)) : file.bytes;
	return { ...file, bytes };
}

describe.each(Object.entries(APIS))('%s', (operation, api) => {
	const { path, service } = api;

	test.each([
		['secretKey', service ? 'v2.0' : 'v1.0', { authorization: SECRET_KEY }],
		['userAccessKey', service ? 'v2.1' : 'v1.1', { 'x-nhn-authorization': 'Bearer token-1' }],
	])('with the authentication %s: API %s', async (authentication, version, headers) => {
		const { requests, keys, error, appKey } = await ask(operation, { authentication });
		expect(error).toBeUndefined();
		expect(requests).toMatchObject([
			{ method: 'POST', path: `/${version}/appkeys/${appKey}/${path}`, query: '', headers },
		]);
		const issuing = `/${version}/appkeys/${appKey}/public-keys/${service}`;
		expect(keys).toMatchObject(service ? [{ path: issuing, headers }] : []);
		const own = Object.keys(requests[0].headers);
		expect(own.includes('x-key-version')).toBe(service !== undefined);
		expect(own.includes('symmetric-key')).toBe(service !== undefined);
	});

	test('an answer of another service is an error', async () => {
		const { error } = await ask(operation, {}, { answers: () => [200, '<html></html>'] });
		expect(textOf(error)).toMatch(/The service that responded is not NHN Cloud OCR\. Check/);
	});
});

describe.each(OPERATIONS_WITH_FILE)('%s', (operation) => {
	const api = APIS[operation];

	test.each([
		['PNG', PNG, 'image.png', 'image/png'],
		['JPEG', JPEG, 'image.jpg', 'image/jpeg'],
	])('file: a %s in a form', async (_, file, fileName, type) => {
		const { requests, error } = await ask(operation, {}, { file });
		expect(error).toBeUndefined();
		expect(requests[0].headers).toMatchObject({
			'content-length': String(requests[0].body.length),
			'content-type': expect.stringMatching(/^multipart\/form-data; boundary=[\w-]+$/),
		});
		expect(await imageIn(requests[0], api)).toEqual({
			...{ name: 'image', fileName, type, bytes: file },
		});
	});

	test('URL: n8n downloads the file, and sends it in a form', async () => {
		const imageUrl = 'https://example.com/a.png';
		const { requests, downloads, error } = await ask(operation, { inputType: 'url', imageUrl });
		expect(error).toBeUndefined();
		expect(downloads.map(({ path }) => path)).toEqual(['/a.png']);
		expect((await imageIn(requests[0], api)).bytes).toEqual(PNG);
	});

	test('base64: decoded into a form', async () => {
		const imageBase64 = PNG.toString('base64');
		const { requests, error } = await ask(operation, { inputType: 'base64', imageBase64 });
		expect(error).toBeUndefined();
		expect((await imageIn(requests[0], api)).bytes).toEqual(PNG);
	});

	test.each([
		['a PDF', PDF, api.readsPdfs ?? false],
		['a BMP', BMP, false],
	])('%s', async (_, file, isAccepted) => {
		for (const inputType of ['binary', 'url']) {
			const imageUrl = 'https://example.com/a';
			const { requests, keys, error } = await ask(operation, { inputType, imageUrl }, { file });
			expect(requests).toHaveLength(isAccepted ? 1 : 0);
			if (isAccepted) {
				expect(await imageIn(requests[0], api)).toMatchObject({
					...{ fileName: 'image.pdf', type: 'application/pdf', bytes: file },
				});
				continue;
			}
			expect(keys).toEqual([]);
			expect(textOf(error)).toMatch(/ has the file type \w+, but NHN Cloud accepts only JPEG/);
		}
	});

	test('a file beyond 20 MB is not sent, and one of 20 MB is', async () => {
		const largest = Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024 - PNG.length)]);
		// One of each API is enough: nock takes a second for so large a body.
		if (['document/business', 'identityCard/extract'].includes(operation)) {
			const { requests } = await ask(operation, {}, { file: largest });
			expect((await imageIn(requests[0], api)).bytes.equals(largest)).toBe(true);
		}
		const larger = Buffer.concat([largest, Buffer.alloc(1)]);
		const { error, requests: none } = await ask(operation, {}, { file: larger });
		expect(textOf(error)).toMatch(/NHN Cloud accepts at most 20,971,520 bytes/);
		expect(none).toEqual([]);
	});

	test('a web page in place of a file at a URL is not sent', async () => {
		const { error, requests } = await ask(
			operation,
			{ inputType: 'url', imageUrl: 'https://example.com/login' },
			{ file: Buffer.from('<!DOCTYPE html><p>Log in</p>') },
		);
		expect(textOf(error)).toMatch(/The file at the URL has the file type HTML, but NHN Cloud/);
		expect(requests).toEqual([]);
	});
});

describe('Ask Document', () => {
	const operation = 'document/documentAi';
	const textsIn = async ({ body, headers }: SentRequest) => {
		const form = await new Response(new Uint8Array(body), { headers }).formData();
		return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
	};

	test('sends the prompt and the type of document beside the file', async () => {
		const prompt = '이 영수증의 합계는?\nLine two: "quoted" --x';
		const { requests } = await ask(operation, {
			prompt,
			options: { documentTypeCode: 'BUSINESS_CARD' },
		});
		expect(await textsIn(requests[0])).toEqual({
			prompt,
			documentTypeCode: 'BUSINESS_CARD',
		});
	});

	test('asks about a general document by default', async () => {
		const { requests } = await ask(operation);
		expect(await textsIn(requests[0])).toEqual({
			...{ prompt: PARAMETERS[operation].prompt, documentTypeCode: 'GENERAL' },
		});
	});

	test.each([
		['={{ "" }}', /^a\.png: Prompt is empty\. Map a value/],
		['  ', /^a\.png: Prompt is empty/],
		[
			'가'.repeat(1_001),
			/^a\.png: Prompt has 1,001 characters, but NHN Cloud accepts at most 1,000/,
		],
		['={{ {} }}', /^a\.png: Prompt is not a text\. Correct its expression/],
	])(
		'a prompt that begins with "%.5s" is refused before anything is sent',
		async (prompt, says) => {
			const { error, requests } = await ask(operation, { prompt });
			expect(textOf(error)).toMatch(says);
			expect(requests).toEqual([]);
		},
	);

	test('1,000 characters are accepted, whatever they are', async () => {
		const { requests } = await ask(operation, { prompt: '😀'.repeat(1_000) });
		expect(requests).toHaveLength(1);
	});

	test('a type of document that there is not', async () => {
		const { error, requests } = await ask(operation, {
			options: { documentTypeCode: '={{ "RECEIPT" }}' },
		});
		expect(textOf(error)).toMatch(/Document Type is "RECEIPT", but must be GENERAL, BUSINESS_CARD/);
		expect(requests).toEqual([]);
	});
});

describe('Check Business Status', () => {
	const operation = 'document/businessStatus';
	const bodyOf = ({ body }: SentRequest) => JSON.parse(body.toString()) as unknown;

	test.each(['1234567890', '123-45-67890', ' 123 45 67890\n', '={{ 1234567890 }}'])(
		'%j is sent as ten digits, as JSON',
		async (businessNumber) => {
			const { requests, outputs } = await ask(operation, { businessNumber });
			expect(requests[0].headers['content-type']).toBe('application/json');
			expect(bodyOf(requests[0])).toEqual({ businessNumber: '1234567890' });
			expect(outputs[0][0].json.businessNumber).toBe('1234567890');
		},
	);

	test.each([
		['123-45-6789', 'Business Number has 9 digits, but must have 10 digits. Correct its value.'],
		['12345678901', 'Business Number has 11 digits, but must have 10 digits. Correct its value.'],
		[
			'12345abcde',
			'Business Number has other characters, but must have 10 digits. Correct its value.',
		],
		['={{ "" }}', 'Business Number is empty. Map a value to the field.'],
		['={{ null }}', 'Business Number is not a text. Correct its expression.'],
	])('%j is refused before anything is sent', async (businessNumber, sentence) => {
		const { error, requests } = await ask(operation, { businessNumber });
		expect(textOf(error)).toBe(sentence);
		expect(requests).toEqual([]);
	});

	test('needs no file, and shows no option about files', async () => {
		const items = [{ json: {} }];
		const { outputs, error } = await ask(
			operation,
			{ options: { includeInputFields: true } },
			{ more: { items } },
		);
		expect(error).toBeUndefined();
		expect(Object.keys(outputs[0][0].json)).toEqual([
			...['businessNumber', 'statusCode', 'statusMessage', 'inBusiness'],
		]);
	});

	test('Reuse Answers knows a number again', async () => {
		const credential = { appKey: 'app-key-of-status' };
		const options = { reuseAnswers: 60 };
		const sent: number[] = [];
		for (const businessNumber of ['1234567890', '123-45-67890', '0987654321']) {
			const { requests } = await ask(
				operation,
				{ businessNumber, options },
				{ more: { credential } },
			);
			sent.push(requests.length);
		}
		expect(sent).toEqual([1, 0, 1]);
	});
});

describe('Verify', () => {
	const operation = 'identityCard/verify';

	/** The body as the provider has it: all but `idType` is encrypted. */
	async function valuesIn(request: SentRequest) {
		const body = JSON.parse(request.body.toString()) as Record<string, string>;
		const key = symmetricKeyOf(request);
		const values = Object.entries(body).map(async ([name, value]) => [
			name,
			name === 'idType' ? value : String(await decrypted(Buffer.from(value, 'base64'), key)),
		]);
		return Object.fromEntries((await Promise.all(values)) as Array<[string, string]>);
	}

	test('a resident registration card', async () => {
		const { requests, error } = await ask(operation);
		expect(error).toBeUndefined();
		expect(requests[0].headers).toMatchObject({
			...{ 'request-key': 'request-key-1', 'content-type': 'application/json' },
		});
		expect(await valuesIn(requests[0])).toEqual({
			...{ idType: 'resident', name: '홍길동' },
			...{ residentNumber: '0000000000000', issueDate: '20200131' },
		});
	});

	const driver = { idType: 'driver', driverLicenseNumber: '11-22-333333-44' };

	test.each<[INodeParameters, object]>([
		[{}, {}],
		[{ options: { serialNum: ' a1B2c3 ' } }, { serialNum: 'a1B2c3' }],
		[{ residentNumber: '000000-0******' }, {}],
		[{ residentNumber: '0000000' }, {}],
	])("a driver's license with %j", async (parameters, more) => {
		const { requests, outputs, error } = await ask(operation, { ...driver, ...parameters });
		expect(error).toBeUndefined();
		expect(await valuesIn(requests[0])).toEqual({
			...{ idType: 'driver', name: '홍길동', residentNumber: '0000000' },
			...{ driverLicenseNumber: '112233333344', ...more },
		});
		expect(outputs[0][0].json).toMatchObject({ idType: 'driver', isAuthenticity: false });
	});

	test.each(['20200131', '2020.1.31', '2020-01-31', '2020.01.31.', '2020년 1월 31일'])(
		'the issue date %s',
		async (issueDate) => {
			const { requests } = await ask(operation, { issueDate });
			expect(await valuesIn(requests[0])).toMatchObject({ issueDate: '20200131' });
		},
	);

	test.each<[INodeParameters, RegExp]>([
		[{ idType: '={{ "passport" }}' }, /^NHN Cloud has verified no passports since 2026-05-27\. /],
		[{ idType: '={{ "alien" }}' }, /^Card Type is "alien", but must be resident or driver\./],
		[{ requestKey: '={{ "" }}' }, /^Request Key is empty\. Map a value/],
		[{ requestKey: 'a\nb' }, /^Request Key has characters that no key has\. Map the column/],
		[{ name: ' ' }, /^Name is empty/],
		[
			{ residentNumber: '000000-0******' },
			/^Resident Number has other characters, but .* 13 digits/,
		],
		[
			{ residentNumber: '000000-000000' },
			/^Resident Number has 12 digits, but must have 13 digits/,
		],
		[{ issueDate: '31.01.2020' }, /^Issue Date is not a date\. Enter the year, the month/],
		[{ issueDate: '20201301' }, /^Issue Date is not a date/],
		[{ issueDate: '' }, /^Issue Date is empty/],
		[{ idType: 'driver' }, /^License Number is empty/],
		[
			{ ...driver, residentNumber: '12345' },
			/^Resident Number has 5 digits, but must have 7 digits/,
		],
		[{ ...driver, driverLicenseNumber: '서울 01' }, /^License Number has other characters, but/],
		[
			{ ...driver, options: { serialNum: 'A1' } },
			/^Serial Number has 2 characters, but must have 5 or 6/,
		],
	])('%j is refused before anything is sent, and not quoted', async (parameters, sentence) => {
		const { error, requests, keys } = await ask(operation, parameters);
		expect(textOf(error)).toMatch(sentence);
		expect([...requests, ...keys]).toEqual([]);
		for (const value of ['홍길동', '000000', '31.01']) expect(textOf(error)).not.toContain(value);
	});
});

test('items from every file of an item have a key each', async () => {
	const files = { a: PNG, b: JPEG, c: PNG };
	const { requests, keys, outputs, error } = await ask(
		'identityCard/extract',
		{ binaryPropertyName: '*' },
		{ more: { items: [fileItem(files)] } },
	);
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(3);
	expect(keys).toHaveLength(1);
	const own = requests.map((request) => symmetricKeyOf(request).toString('hex'));
	expect(new Set(own).size).toBe(3);
});

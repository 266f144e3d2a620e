import {
	constants,
	createCipheriv,
	createDecipheriv,
	createPublicKey,
	publicEncrypt,
	randomBytes,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import nock from 'nock';

import { errorCodes } from '../../sandbox/providers/nhn/errors';
import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import type { VendorDocs } from '../NhnCloudOcr/documents/vendorDocs';

let sandbox: Sandbox;

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: () => {} });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await sandbox?.close());

interface Answer {
	header: { isSuccessful: boolean; resultCode: number; resultMessage: string };
	result: Record<string, unknown>;
	/** The header Request-Key. */
	requestKey: string | null;
}

const SUCCESS = { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' };

async function ask(path: string, init: RequestInit = {}, version = 'v1.0'): Promise<Answer> {
	const { baseUrl, credentials } = sandbox.providers.nhn;
	const url = `${baseUrl}/${version}/appkeys/${credentials.appKey}/${path}`;
	const headers = { authorization: credentials.secretKey, ...(init.headers as object) };
	const response = await fetch(url, { method: 'POST', ...init, headers });
	expect(response.status).toBe(200);
	const requestKey = response.headers.get('Request-Key');
	return { ...((await response.json()) as Answer), requestKey };
}

const sample = (name: string) => readFileSync(samplePath(name));

function form(image: Buffer, texts: Record<string, string> = {}): FormData {
	const body = new FormData();
	body.set('image', new Blob([new Uint8Array(image)]), 'image.png');
	for (const [name, text] of Object.entries(texts)) body.set(name, text);
	return body;
}

const json = (content: unknown) => ({
	body: JSON.stringify(content),
	headers: { 'content-type': 'application/json' },
});

/** What a client does: it makes a key, and encrypts it with the public key of the service. */
async function envelope(service: string) {
	const key = randomBytes(32);
	const { result } = await ask(`public-keys/${service}`, { method: 'GET' }, 'v2.0');
	expect(result).toEqual({ key: expect.any(String), version: expect.stringMatching(/^\d+$/) });
	const der = Buffer.from(String(result.key), 'base64');
	const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
	const padding = constants.RSA_PKCS1_PADDING;
	const seal = (bytes: Buffer | string) => {
		const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
		return Buffer.concat([cipher.update(bytes), cipher.final()]);
	};
	const open = (text: unknown) => {
		const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
		return decipher.update(String(text), 'base64', 'utf8') + decipher.final('utf8');
	};
	return {
		seal,
		open,
		headers: {
			'X-Key-Version': String(result.version),
			'Symmetric-Key': publicEncrypt({ key: publicKey, padding }, key).toString('base64'),
		} as Record<string, string>,
	};
}

const code = ({ header }: Answer) => header.resultCode;

describe('business registration', () => {
	test.each([
		['korean_business_registration.png', 'png', 'pixel'],
		['korean_business_registration.pdf', 'pdf', 'point'],
	])('%s', async (name, fileType, unitType) => {
		const { header, result } = await ask('business', { body: form(sample(name)) });
		expect(header).toEqual(SUCCESS);
		expect(result).toMatchObject({
			...{ fileType, unitType, resolution: expect.stringMatching(/^(low|normal)$/) },
			boxes: expect.any(Array),
		});
		expect(result.keyValues).toContainEqual({ key: '등록번호', value: '000-00-00001', conf: 0.98 });
	});

	test('errors by their codes', async () => {
		expect(code(await ask('business', { body: form(sample('blank.png')) }))).toBe(4000101);
		expect(code(await ask('business', { body: form(Buffer.from('BM')) }))).toBe(4000003);
		const locked = Buffer.from('%PDF-1.7 /Encrypt');
		expect(code(await ask('business', { body: form(locked) }))).toBe(4000103);
		expect(code(await ask('business', json({ imageUrl: 'https://example.com' })))).toBe(415);
	});
});

test.each([
	['0000000001', '02'],
	['0000000000', '00'],
	['0000000005', '05'],
	['0000000006', '06'],
])('business status of %s', async (businessNumber, statusCode) => {
	const { header, result } = await ask('business/status', json({ businessNumber }));
	expect(header).toEqual(SUCCESS);
	expect(result).toEqual({ statusCode, statusMessage: expect.any(String) });
});

test('business status: errors by their codes', async () => {
	const status = async (businessNumber: unknown) =>
		code(await ask('business/status', json({ businessNumber })));
	expect(await status('9999999999')).toBe(4000102);
	expect(await status('123-45-67890')).toBe(4000001);
	expect(await status(1234567890)).toBe(4000001);
});

describe('credit card', () => {
	const card = {
		...{ fileType: 'png', totalCardNum: '0000111122223333', validThru: { value: '01/30' } },
		cardNums: [{ value: '0000' }, { value: '1111' }, { value: '2222' }, { value: '3333' }],
	};

	test('plain', async () => {
		const { result } = await ask('credit-card', { body: form(sample('credit_card.png')) });
		expect(result).toMatchObject(card);
		expect(code(await ask('credit-card', { body: form(sample('blank.png')) }))).toBe(4000111);
	});

	test('in an envelope: all values are encrypted', async () => {
		const { headers, seal, open } = await envelope('credit-card');
		const body = form(seal(sample('credit_card.png')));
		const { result } = await ask('credit-card', { body, headers }, 'v2.0');
		const { cardNums, totalCardNum, validThru } = result as typeof card;
		expect(cardNums.map(({ value }) => open(value)).join('')).toBe('0000111122223333');
		expect(open(totalCardNum)).toBe('0000111122223333');
		expect(open(validThru.value)).toBe('01/30');
		expect(JSON.stringify(result)).not.toMatch(/0000|1111|01\/30/);
	});
});

describe('document AI', () => {
	const image = sample('korean_notice.png');

	test('repeats the question, and what the picture says', async () => {
		const texts = { prompt: 'What is it about?', documentTypeCode: 'GENERAL' };
		const { header, result } = await ask('document-ai', { body: form(image, texts) });
		expect(header).toEqual(SUCCESS);
		expect(result.llmResponse).toMatch(/^SPECIMEN ANSWER to "What is it about\?": .*안내문/);
	});

	test.each([
		[{}, 4000001],
		[{ prompt: 'a'.repeat(1_001) }, 4000001],
		[{ prompt: 'a', documentTypeCode: 'RECEIPT' }, 4000001],
	])('errors by their codes: %#', async (texts, expected) => {
		expect(code(await ask('document-ai', { body: form(image, texts) }))).toBe(expected);
	});

	test('a picture without text', async () => {
		const body = form(sample('blank.png'), { prompt: 'a' });
		expect(code(await ask('document-ai', { body }))).toBe(4000602);
	});
});

/** Asks with an envelope about an identity card. */
async function readCard(path: string, name: string) {
	const { headers, seal, open } = await envelope('id-card');
	const answer = await ask(path, { body: form(seal(sample(name))), headers }, 'v2.0');
	expect(answer.header).toEqual(SUCCESS);
	const { idType, keyValues } = answer.result as {
		idType: string;
		keyValues: Array<{ key: string; value: string; conf: number; bbox: object }>;
	};
	for (const { conf, bbox } of keyValues) {
		expect([conf, Object.keys(bbox).length]).toEqual([0.98, 8]);
	}
	const values = Object.fromEntries(keyValues.map(({ key, value }) => [key, open(value)]));
	return { idType, values, requestKey: answer.requestKey };
}

describe('identity cards', () => {
	test.each([
		['resident_card.png', 'resident', { residentNumber: '000000-0000001' }],
		['driver_license.png', 'driver', { licenseType: '1종보통/2종소형', serialNum: 'SPEC01' }],
		['passport.jpg', 'passport', { passportNo: 'X0000002', surName: 'TRAN' }],
	])('%s', async (name, idType, values) => {
		const card = await readCard('id-card', name);
		expect(card).toMatchObject({ idType, values });
		expect(card.requestKey).toEqual(idType === 'passport' ? null : expect.any(String));
		const alone = await readCard('id-card/stand-alone', name);
		expect(alone).toEqual({ ...card, requestKey: null });
	});

	test('are not there without an envelope, or in the API without one', async () => {
		const body = form(sample('resident_card.png'));
		expect(code(await ask('id-card', { body }, 'v2.0'))).toBe(4000005);
		const { baseUrl } = sandbox.providers.nhn;
		expect((await fetch(`${baseUrl}/v1.0/appkeys/a/id-card`, { method: 'POST' })).status).toBe(404);
	});

	test('what is wrong with an envelope has a code of its own', async () => {
		const image = sample('resident_card.png');
		const sent = async (change: Record<string, string>, bytes?: Buffer) => {
			const { headers, seal } = await envelope('id-card');
			const body = form(bytes ?? seal(image));
			return code(await ask('id-card', { body, headers: { ...headers, ...change } }, 'v2.0'));
		};
		expect(await sent({ 'X-Key-Version': '999' })).toBe(4000301);
		expect(await sent({ 'Symmetric-Key': 'AAAA' })).toBe(4000302);
		// With the public key of the other service.
		const { headers } = await envelope('credit-card');
		expect(await sent({ 'Symmetric-Key': headers['Symmetric-Key'] })).toBe(4000302);
		expect(await sent({}, image)).toBe(4000303);
		expect(await sent({}, randomBytes(64))).toBe(4000303);
		const blank = await envelope('id-card');
		const body = form(blank.seal(sample('blank.png')));
		expect(code(await ask('id-card', { body, headers: blank.headers }, 'v2.0'))).toBe(4000121);
	});

	test('a fault with 4000301 makes the public key one of the past', async () => {
		sandbox.faults.add({ provider: 'nhn', code: '4000301', times: 1 });
		const old = await envelope('id-card');
		const body = () => form(old.seal(sample('resident_card.png')));
		expect(code(await ask('id-card', { body: body(), headers: old.headers }, 'v2.0'))).toBe(
			4000301,
		);
		expect(code(await ask('id-card', { body: body(), headers: old.headers }, 'v2.0'))).toBe(
			4000301,
		);
		expect((await readCard('id-card', 'resident_card.png')).idType).toBe('resident');
	});

	test('there are public keys for cards only', async () => {
		expect(code(await ask('public-keys/passport', { method: 'GET' }, 'v2.0'))).toBe(4000001);
	});
});

describe('verification', () => {
	const resident = { name: '홍견본', residentNumber: '0000000000001', issueDate: '20200131' };
	const driver = { name: '김견본', residentNumber: '0000000', driverLicenseNumber: '000000000001' };

	async function verify(
		idType: string,
		values: Record<string, string>,
		requestKey: string | null,
	): Promise<Answer> {
		const { headers, seal } = await envelope('id-card');
		const sealed = Object.entries(values).map(([name, value]) => [
			name,
			seal(value).toString('base64'),
		]);
		const { body, headers: own } = json({ idType, ...Object.fromEntries(sealed) });
		const all = { ...headers, ...own, ...(requestKey !== null && { 'Request-Key': requestKey }) };
		return await ask('id-card/authenticity', { body, headers: all }, 'v2.0');
	}

	const newKey = async (name = 'resident_card.png') => (await readCard('id-card', name)).requestKey;

	test.each([
		['resident', resident, 'resident_card.png', true],
		['resident', { ...resident, name: '아무개' }, 'resident_card.png', false],
		['driver', driver, 'driver_license.png', true],
		['driver', { ...driver, serialNum: 'SPEC01' }, 'driver_license.png', true],
		['driver', { ...driver, serialNum: 'WRONG1' }, 'driver_license.png', false],
	])('%s: %j', async (idType, values, file, isAuthenticity) => {
		const { header, result } = await verify(idType, values, await newKey(file));
		expect(header).toEqual(SUCCESS);
		expect(result).toEqual({ isAuthenticity });
	});

	test('a Request-Key is good once, and for an hour', async () => {
		const key = await newKey();
		expect(code(await verify('resident', resident, key))).toBe(0);
		expect(code(await verify('resident', resident, key))).toBe(4000122);
		expect(code(await verify('resident', resident, 'another'))).toBe(4000122);
		expect(code(await verify('resident', resident, null))).toBe(4000005);
		const late = await newKey();
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + 3_600_001);
		expect(code(await verify('resident', resident, late))).toBe(4000122);
	});

	test('parameters that the guide does not allow', async () => {
		for (const [idType, values] of [
			['passport', resident],
			['resident', { ...resident, issueDate: '2020.1.31' }],
			['resident', { ...resident, residentNumber: '0000000' }],
			['driver', { ...driver, residentNumber: '0000000000002' }],
			['driver', { ...driver, serialNum: '1' }],
		] as const) {
			const key = await newKey();
			expect(code(await verify(idType, values, key))).toBe(4000001);
			// It was no normal answer, so the key is still good.
			expect(code(await verify('driver', driver, key))).toBe(0);
		}
	});

	test('five wrong issue dates lock a card', async () => {
		const wrong = { ...resident, issueDate: '20200201' };
		for (let count = 0; count < 5; count++) {
			expect((await verify('resident', wrong, await newKey())).result).toEqual({
				isAuthenticity: false,
			});
		}
		expect(code(await verify('resident', resident, await newKey()))).toBe(4000123);
		expect(code(await verify('driver', driver, await newKey('driver_license.png')))).toBe(0);
	});
});

test('API v2.1 takes tokens', async () => {
	const { baseUrl, userCredentials } = sandbox.providers.nhn;
	const { userAccessKeyId, secretAccessKey, appKey } = userCredentials;
	const response = await fetch(`${baseUrl}/oauth2/token/create`, {
		method: 'POST',
		body: new URLSearchParams({ grant_type: 'client_credentials' }),
		headers: { authorization: `Basic ${btoa(`${userAccessKeyId}:${secretAccessKey}`)}` },
	});
	const { access_token } = (await response.json()) as { access_token: string };
	const keys = async (token: string): Promise<Answer> => {
		const headers = { 'x-nhn-authorization': `Bearer ${token}` };
		const url = `${baseUrl}/v2.1/appkeys/${appKey}/public-keys/id-card`;
		return (await (await fetch(url, { headers })).json()) as Answer;
	};
	expect((await keys(access_token)).header).toEqual(SUCCESS);
	expect(code(await keys('another'))).toBe(4010003);
});

test('every documented result code can be asked for as a fault', () => {
	const file = join(__dirname, '..', 'NhnCloudOcr', 'documents', 'vendorDocs.json');
	const { codes } = JSON.parse(readFileSync(file, 'utf8')) as VendorDocs;
	const documented = Object.keys(codes).filter((each) => each !== '0');
	expect(documented.filter((each) => !(errorCodes as string[]).includes(each))).toEqual([]);
});

test('a verification is billed, and a public key is not', async () => {
	sandbox.requests.length = 0;
	await readCard('id-card', 'resident_card.png');
	expect(sandbox.requests.map(({ action, billed }) => [action, billed])).toEqual([
		['v2.0 public-keys', false],
		['v2.0 id-card', true],
	]);
});

import type { INodeParameters } from 'n8n-workflow';

import { BASE64 } from '../../support/files';
import { textOf } from '../../support/runNode';
import { expectSchema } from '../../support/schema';
import { ANSWERS, DRIVER, OPERATIONS_WITH_FILE, PASSPORT, PASSPORT_KEYS } from './answers';
import { ask, OPERATIONS, rowOf } from './run';

const succeeded = (result: unknown) => ({ ...ANSWERS['document/business'], result });

const CARD = {
	cardNums: '1111; 2222; 3333; 4444',
	totalCardNum: '1111222233334444',
	validThru: '04/19',
	confidence: 0.53,
	fileType: 'png',
	resolution: 'low',
};

const RESIDENT = {
	...{ idType: 'resident', name: '홍길동', residentNumber: '000000-0000000' },
	...{ issueDate: '2020.1.31', issuer: '견본시장' },
};

const OF_CARD = { confidence: 0.67, fileType: 'png', resolution: 'low' };

/** The rows of the documented answers, with their columns in order. */
const ROWS: Record<string, object> = {
	'document/documentAi': {
		llmResponse: 'This document appears to have been written using a meaningless text.',
	},
	'document/businessStatus': {
		...{ businessNumber: '1234567890', statusCode: '00', statusMessage: null, inBusiness: false },
	},
	'document/business': {
		...{ 구분: '간이과세자', 등록번호: '123-45-67890', confidence: 0.93 },
		...{ fileType: 'png', resolution: 'normal', unitType: 'pixel' },
	},
	'document/creditCard': CARD,
	'document/creditCardPlain': CARD,
	'identityCard/extract': { ...RESIDENT, requestKey: null, ...OF_CARD },
	'identityCard/extractStandAlone': { ...RESIDENT, ...OF_CARD },
	'identityCard/verify': { idType: 'resident', isAuthenticity: false },
};

test.each(OPERATIONS)('%s: the documented answer as a row', async (operation) => {
	const row = await rowOf(operation, BASE64);
	expect(Object.entries(row)).toEqual(Object.entries(ROWS[operation]));
	expectSchema(`NhnCloudOcr/${operation}`, [{ json: row }]);
});

test.each(OPERATIONS)('%s: Raw is the whole answer, decrypted', async (operation) => {
	expect(await rowOf(operation, { ...BASE64, output: 'raw' })).toEqual(ANSWERS[operation]);
});

describe('Request-Key', () => {
	const headers = { 'Request-Key': 'key-of-this-card' };

	test('is a column of Extract, and a part of Raw', async () => {
		const row = await rowOf('identityCard/extract', BASE64, { headers });
		expect(row.requestKey).toBe('key-of-this-card');
		const raw = await rowOf('identityCard/extract', { ...BASE64, output: 'raw' }, { headers });
		expect(raw).toEqual({ ...ANSWERS['identityCard/extract'], requestKey: 'key-of-this-card' });
	});

	test('stays with an answer that is reused', async () => {
		const parameters = { ...BASE64, options: { reuseAnswers: 60 } };
		const more = { credential: { appKey: 'app-key-of-reuse' } };
		const run = async () => await ask('identityCard/extract', parameters, { headers, more });
		const first = await run();
		const again = await run();
		expect([first.requests.length, again.requests.length]).toEqual([1, 0]);
		expect(again.outputs[0][0].json).toEqual({ ...first.outputs[0][0].json, reused: true });
		expect(again.outputs[0][0].json).toMatchObject({ ...RESIDENT, requestKey: 'key-of-this-card' });
	});

	test('is none of the other operations', async () => {
		const row = await rowOf('identityCard/extractStandAlone', BASE64, { headers });
		expect(Object.keys(row)).not.toContain('requestKey');
	});
});

describe('kinds of identity cards', () => {
	const read = async (result: unknown, parameters: INodeParameters = {}) =>
		await rowOf(
			'identityCard/extract',
			{ ...BASE64, ...parameters },
			{ answer: succeeded(result) },
		);

	test("a driver's license", async () => {
		expect(Object.entries(await read(DRIVER))).toEqual(
			Object.entries({
				...{ idType: 'driver', driverLicenseNumber: '11-00-000000-00' },
				...{ licenseType: '1종보통/2종소형', name: '홍길동', residentNumber: '000000-0******' },
				...{ condition: 'none', serialNum: 'A1B2C3', issueDate: '2021.02.03' },
				...{ issuer: '견본경찰청장', requestKey: null, confidence: 0.7 },
				...{ fileType: 'jpg', resolution: 'normal' },
			}),
		);
	});

	test('a passport, with columns for what was not read', async () => {
		const keyValues = PASSPORT.keyValues.slice(3, 5);
		const row = await read({ ...PASSPORT, keyValues });
		const values = PASSPORT_KEYS.map((key) => [
			key,
			['surName', 'givenName'].includes(key) ? `값 ${key}` : null,
		]);
		expect(Object.entries(row).slice(0, 18)).toEqual([['idType', 'passport'], ...values]);
	});

	test('one that is not documented has the columns that it has', async () => {
		const row = await read({ idType: 'alien', keyValues: [{ key: 'visa', value: 'F-4' }] });
		expect(Object.keys(row)).toEqual([
			...['idType', 'visa', 'requestKey', 'confidence', 'fileType', 'resolution'],
		]);
	});

	test('Field Confidences and Field Boxes', async () => {
		const row = await read(DRIVER, { options: { fieldConfidences: true, fieldBoxes: true } });
		expect(row).toMatchObject({
			...{ name_confidence: 0.7, serialNum_confidence: 0.98 },
			...{ name_left: 191, name_top: 75, name_right: 240, name_bottom: 95 },
		});
		expectSchema('NhnCloudOcr/identityCard/extract', [{ json: row }]);
	});
});

describe('Normalize Values and Review Below', () => {
	const options = { normalizeValues: true, reviewBelow: 0.8 };

	test('dates of a card stand behind what is printed', async () => {
		const row = await rowOf('identityCard/extract', { ...BASE64, options });
		expect(Object.entries(row).slice(3, 6)).toEqual([
			['issueDate', '2020.1.31'],
			['issueDateIso', '2020-01-31'],
			['issuer', '견본시장'],
		]);
		expect(row).toMatchObject({
			needsReview: true,
			reviewReason: 'name has a confidence of 0.67',
		});
		expectSchema('NhnCloudOcr/identityCard/extract', [{ json: row }]);
	});

	test('dates of a passport, and a date that is none', async () => {
		const keyValues = [
			{ key: 'dateOfBirthYMD', value: '19850202', conf: 0.9 },
			{ key: 'dateOfExpiryYMD', value: '20321399', conf: 0.85 },
		];
		const answer = succeeded({ ...PASSPORT, keyValues });
		const row = await rowOf('identityCard/extractStandAlone', { ...BASE64, options }, { answer });
		expect(row).toMatchObject({
			...{ dateOfBirthYMDIso: '1985-02-02', dateOfIssueYMDIso: null, dateOfExpiryYMDIso: null },
			...{ needsReview: false, reviewReason: null },
		});
		expectSchema('NhnCloudOcr/identityCard/extractStandAlone', [{ json: row }]);
	});

	test('a card and a registration are reviewed by their lowest confidence', async () => {
		const card = await rowOf('document/creditCard', { ...BASE64, options });
		expect(card).toMatchObject({
			needsReview: true,
			reviewReason: expect.stringMatching(/validThru/),
		});
		expectSchema('NhnCloudOcr/document/creditCard', [{ json: card }]);
		const registration = await rowOf('document/business', { ...BASE64, options });
		expect(registration).toMatchObject({ needsReview: false, reviewReason: null });
		expectSchema('NhnCloudOcr/document/business', [{ json: registration }]);
	});

	test('a limit that is none is refused before anything is sent', async () => {
		const { error, requests, keys } = await ask('document/creditCard', {
			options: { reviewBelow: 2 },
		});
		expect(textOf(error)).toMatch(/Review Below is 2, but must be a number from 0 to 1/);
		expect([...requests, ...keys]).toEqual([]);
	});
});

test('Field Confidences and Field Boxes of a credit card', async () => {
	const options = { fieldConfidences: true, fieldBoxes: true };
	const row = await rowOf('document/creditCard', { ...BASE64, options });
	expect(row).toMatchObject({
		...{ cardNums_confidence: '0.87; 0.99; 0.97; 0.89', cardNums_left: '62; 202; 342; 482' },
		...{ validThru_confidence: 0.53, validThru_top: 315, validThru_right: 426 },
		...{ totalCardNum_left: null },
	});
	expectSchema('NhnCloudOcr/document/creditCard', [{ json: row }]);
});

test('other fields of a business registration, and two values of one', async () => {
	const { result } = ANSWERS['document/business'];
	const keyValues = [
		{ key: '업태', value: '소매업', conf: 0.82 },
		{ key: '등록번호', value: '123-45-67890', conf: 1 },
		{ key: '상호', value: '', conf: 0.71 },
		{ key: '업태', value: ' 서비스업', conf: 0.8 },
	];
	const row = await rowOf(
		'document/business',
		{ ...BASE64, options: { fieldConfidences: true } },
		{ answer: succeeded({ ...(result as object), keyValues }) },
	);
	expect(Object.entries(row)).toEqual(
		Object.entries({
			...{ 구분: null, 등록번호: '123-45-67890', 업태: '소매업; 서비스업', 상호: null },
			...{ 구분_confidence: null, 등록번호_confidence: 1, 업태_confidence: '0.82; 0.8' },
			...{ 상호_confidence: 0.71, confidence: 0.71 },
			...{ fileType: 'png', resolution: 'normal', unitType: 'pixel' },
		}),
	);
	expectSchema('NhnCloudOcr/document/business', [{ json: row }]);
});

test('a full card number that is a list, as the table of the guide says', async () => {
	const { result } = ANSWERS['document/creditCard'];
	const answer = succeeded({ ...(result as object), totalCardNum: ['11112222', '33334444'] });
	const row = await rowOf('document/creditCard', BASE64, { answer });
	expect(row.totalCardNum).toBe('11112222; 33334444');
});

test('fields that are new come behind the documented ones, and nothing is replaced', async () => {
	const keyValues = [
		{ key: 'confidence', value: 'theirs', conf: 0.5 },
		{ key: 'fileType', value: 'theirs', conf: 0.5, page: 1 },
		{ key: '등록번호', value: '1', conf: 0.5 },
		'alone',
		{ value: 'no key' },
	];
	const answer = succeeded({ keyValues, fileType: 'pdf', extra: { deep: [1, 2] }, boxes: ['odd'] });
	const row = await rowOf('document/business', BASE64, { answer });
	expect(Object.entries(row)).toEqual(
		Object.entries({
			...{ 구분: null, 등록번호: '1', field_confidence: 'theirs', field_fileType: 'theirs' },
			...{ fileType_page: 1, keyValues: 'alone; no key', boxes: 'odd', extra_deep: '1; 2' },
			...{ confidence: 0.5, fileType: 'pdf', resolution: null, unitType: null },
		}),
	);
});

describe('no document', () => {
	test.each([
		['document/business', { keyValues: [] }, /no Korean business registration certificate/],
		['document/business', null, /unknown structure/],
		['document/business', { keyValues: 'text' }, /unknown structure/],
		['document/creditCard', { cardNums: [], totalCardNum: '' }, /shows no credit card/],
		['document/creditCard', { fileType: 'png' }, /shows no credit card/],
		['document/creditCard', { number: '1' }, /unknown structure/],
		['document/creditCardPlain', {}, /shows no credit card/],
		['identityCard/extract', { idType: null, keyValues: null }, /shows no identity card/],
		['identityCard/extractStandAlone', { keyValues: [{}] }, /shows no identity card/],
		['document/documentAi', {}, /unknown structure/],
		['document/businessStatus', { code: '01' }, /unknown structure/],
		['identityCard/verify', {}, /unknown structure/],
	])('%s: %j', async (operation, result, sentence) => {
		const { error } = await ask(operation, BASE64, { answer: succeeded(result) });
		expect(textOf(error)).toMatch(sentence);
		const raw = await rowOf(operation, { ...BASE64, output: 'raw' }, { answer: succeeded(result) });
		expect(raw).toEqual(succeeded(result));
	});
});

test.each(OPERATIONS)('%s: an output that it does not have costs nothing', async (operation) => {
	const { error, requests, keys } = await ask(operation, { ...BASE64, output: 'words' });
	expect(textOf(error)).toMatch(/Output is "words", but must be document or raw\./);
	expect([...requests, ...keys]).toEqual([]);
});

test.each(OPERATIONS_WITH_FILE)('%s: rows say which file they are of', async (operation) => {
	expect((await rowOf(operation)).fileName).toBe('a.png');
	const url = await rowOf(operation, { inputType: 'url', imageUrl: 'https://example.com/b.png' });
	expect(url.url).toBe('https://example.com/b.png');
});

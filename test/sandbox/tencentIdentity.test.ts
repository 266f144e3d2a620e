import { readFileSync } from 'node:fs';

import nock from 'nock';
import sharp from 'sharp';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';

import { documentedActions, identityActions } from '../../sandbox/providers/tencent/identity';
import { samplePath } from '../../sandbox/sampleRoutes';
import { identityPapers } from '../../sandbox/samples/identity';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';

let sandbox: Sandbox;

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: () => {} });
});
afterAll(async () => await sandbox?.close());

type Answer = Record<string, unknown>;

/** Asks with Tencent's own client. */
async function ask(action: string, parameters: object): Promise<Answer> {
	const { credentials, baseUrl } = sandbox.providers.tencent;
	const { host } = new URL(baseUrl);
	const client = new CommonClient(host, '2018-11-19', {
		credential: { secretId: credentials.secretId, secretKey: credentials.secretKey },
		region: 'ap-singapore',
		profile: { httpProfile: { protocol: 'http://', endpoint: host } },
	});
	return (await client.request(action, parameters)) as Answer;
}

const codeOf = async (action: string, parameters: object): Promise<string> =>
	await ask(action, parameters).then(
		() => 'OK',
		(error) => error.code,
	);

const bytesOf = (action: string) => readFileSync(samplePath(`${identityPapers[action].file}.png`));
const base64 = (bytes: Buffer) => bytes.toString('base64');

/** What a request needs beside its image. */
const required = (action: string) =>
	Object.fromEntries(documentedActions[action].required.map((name) => [name, true]));

const READING = identityActions.filter((action) => action !== 'RecognizeBrazilCommonOCR');

const PASSPORT = 'MLIDPassportOCR';
const OTHER = 'RecognizeMexicoVTID';

describe.each(READING)('%s', (action) => {
	const image = () => ({ ...required(action), ImageBase64: base64(bytesOf(action)) });

	test('reads its specimen, with every documented field', async () => {
		const answer = await ask(action, image());
		for (const path of documentedActions[action].answer) {
			const [name] = path.replace('[]', '').split('.');
			expect(Object.keys(answer)).toContain(name);
		}
		for (const [path, , value] of identityPapers[action].fields) {
			const found = path
				.split('.')
				.reduce<unknown>((object, name) => (object as Answer)[name], answer);
			expect((found as { Value?: string }).Value ?? found).toBe(value);
		}
	});

	test('finds its document in no other picture', async () => {
		const other = action === PASSPORT ? OTHER : PASSPORT;
		const code = await codeOf(action, { ...image(), ImageBase64: base64(bytesOf(other)) });
		expect(code).toMatch(
			/^FailedOperation\.(ImageNoSpecifiedCard|NoHKIDCard|NoMASIDCard|NoPassport)$/,
		);
	});

	test('checks its parameters', async () => {
		expect(await codeOf(action, { ...image(), Other: 1 })).toBe('UnknownParameter');
		expect(await codeOf(action, required(action))).toBe('MissingParameter');
		const { ImageBase64 } = image();
		for (const name of documentedActions[action].required) {
			expect(await codeOf(action, { ImageBase64 })).toBe('MissingParameter');
			expect(await codeOf(action, { ImageBase64, [name]: 'true' })).toBe('InvalidParameter');
		}
		const bmp = Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)]).toString('base64');
		if (documentedActions[action].formats.includes('BMP')) return;
		expect(await codeOf(action, { ...image(), ImageBase64: bmp })).toBe(
			'FailedOperation.ImageDecodeFailed',
		);
	});

	test('gives a portrait only where it is asked for', async () => {
		const pictures = (answer: Answer) => JSON.stringify(answer).match(/\/9j\//g)?.length ?? 0;
		const { parameters } = documentedActions[action];
		const off = {
			...image(),
			...Object.fromEntries(documentedActions[action].required.map((name) => [name, false])),
		};
		expect(pictures(await ask(action, off))).toBe(0);
		const names = ['ReturnHeadImage', 'RetImage', 'RetProfile', 'CropPortrait', 'Config'];
		const name = names.find((each) => each in parameters)!;
		const value = name === 'Config' ? '{"RetImage":"portrait"}' : true;
		expect(pictures(await ask(action, { ...off, [name]: value }))).toBeGreaterThan(0);
	});

	test(`${documentedActions[action].urlsInChinaOnly ? 'refuses' : 'downloads'} URLs`, async () => {
		const ImageUrl = `${sandbox.url}/samples/${identityPapers[action].file}.png`;
		const code = await codeOf(action, { ...required(action), ImageUrl });
		expect(code).toBe(
			documentedActions[action].urlsInChinaOnly ? 'FailedOperation.DownLoadError' : 'OK',
		);
	});
});

test('any Brazilian card: its type, and its fields alone', async () => {
	const ImageBase64 = base64(bytesOf('RecognizeBrazilRNMOCR'));
	expect(await ask('RecognizeBrazilCommonOCR', { ImageBase64 })).toMatchObject({
		Type: 2,
		Result: { RNE: null, RNM: { RNM: 'V000000-P' }, IDCard: null, DriverLicense: null },
	});
	const other = { ImageBase64: base64(bytesOf(PASSPORT)) };
	expect(await codeOf('RecognizeBrazilCommonOCR', other)).toBe(
		'FailedOperation.ImageNoSpecifiedCard',
	);
});

test('what only the back has', async () => {
	const ImageBase64 = base64(bytesOf('RecognizeThaiIDCardOCR'));
	expect(await ask('RecognizeThaiIDCardOCR', { ImageBase64 })).toMatchObject({ LaserID: '' });
	const both = { ImageBase64, BackImageBase64: ImageBase64 };
	expect(await ask('RecognizeThaiIDCardOCR', both)).toMatchObject({ LaserID: 'JT0-0000000-00' });
});

test.each([
	['RecognizeMainlandIDCardOCR', { CardSide: 'LEFT' }, /InvalidParameterValueLimit$/],
	['RecognizeBrazilDriverLicenseOCR', { LicenceVersion: 'OLDER' }, /InvalidParameterValueLimit$/],
	['RecognizeMacaoIDCardOCR', { Config: 'portrait' }, /ConfigFormatError$/],
	['RecognizeMacaoIDCardOCR', { Config: '{"RetImage":"all"}' }, /ConfigFormatError$/],
])('%s rejects %j', async (action, parameters, code) => {
	const ImageBase64 = base64(bytesOf(action));
	expect(await codeOf(action, { ImageBase64, ...parameters })).toMatch(code);
});

describe('a verification', () => {
	const APPLY = 'ApplyCardVerificationExternal';
	const GET = 'GetCardVerificationExternalResult';
	const passport = () => ({
		...{ Nationality: 'SGP', CardType: 'PASSPORT' },
		ImageBase64Front: base64(bytesOf(PASSPORT)),
	});

	test('is processed, then completed', async () => {
		sandbox.requests.length = 0;
		const { CardVerificationToken } = await ask(APPLY, { ...passport(), ReturnHeadImage: true });
		const get = async () => await ask(GET, { CardVerificationToken });
		expect(await get()).toMatchObject({ Status: 'PROCESSING', CardInfo: null });
		expect(await get()).toMatchObject({
			...{ Status: 'COMPLETED', WarnInfo: [], CardVerificationToken },
			CardInfo: { LastName: 'SPECIMEN', Birthday: '1990/04/11', Address: { City: '' } },
			HeadImageBase64: expect.stringMatching(/^\/9j\//) as string,
		});
		expect(sandbox.requests.map(({ billed }) => billed)).toEqual([true, false, false]);
	});

	test('of a picture without a document ends badly', async () => {
		const ImageBase64Front = base64(readFileSync(samplePath('blank.png')));
		const { CardVerificationToken } = await ask(APPLY, { ...passport(), ImageBase64Front });
		await ask(GET, { CardVerificationToken });
		expect(await ask(GET, { CardVerificationToken })).toMatchObject({ Status: 'ABNORMAL' });
	});

	test('takes the data URI of the documentation', async () => {
		const ImageBase64Front = `data:image/png;base64,${base64(bytesOf(PASSPORT))}`;
		expect(await codeOf(APPLY, { ...passport(), ImageBase64Front })).toBe('OK');
	});

	const tiny = async () =>
		await sharp({ create: { width: 255, height: 300, channels: 3, background: 'white' } })
			.png()
			.toBuffer();

	test.each<[string, object, RegExp]>([
		['no kind of card', { CardType: undefined }, /^MissingParameter$/],
		['no country', { Nationality: undefined }, /^MissingParameter$/],
		['an unknown country', { Nationality: 'XXX' }, /InvalidParameterValueLimit$/],
		['an unknown kind of card', { CardType: 'VISA' }, /InvalidParameterValueLimit$/],
		['no back where it is required', { CardType: 'ID_CARD' }, /^MissingParameter$/],
		['no front', { ImageBase64Front: undefined }, /^MissingParameter$/],
		['a large file', { ImageBase64Front: 'A'.repeat(2.1 * 1024 * 1024) }, /TooLargeFileError$/],
	])('%s is refused', async (_, parameters, code) => {
		expect(await codeOf(APPLY, { ...passport(), ...parameters })).toMatch(code);
	});

	test('a small picture is refused', async () => {
		const ImageBase64Front = base64(await tiny());
		expect(await codeOf(APPLY, { ...passport(), ImageBase64Front })).toMatch(
			/InvalidParameterValueLimit$/,
		);
	});

	test('an unknown token is refused', async () => {
		expect(await codeOf(GET, { CardVerificationToken: 'x' })).toMatch(/ParameterValueLimit$/);
	});
});

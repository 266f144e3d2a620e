/*
 * The sandbox's actions on documents: answers of the documented paths alone, and as strict with
 * parameters as the documentation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import nock from 'nock';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';

import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import { fileKind } from '../../nodes/shared/input/fileKind';

let sandbox: Sandbox;

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: () => {} });
});
afterAll(async () => await sandbox?.close());

/** Asks with Tencent's own client. */
async function ask(action: string, parameters: object): Promise<Record<string, unknown>> {
	const { host } = new URL(sandbox.providers.tencent.baseUrl);
	const { secretId, secretKey } = sandbox.providers.tencent.credentials;
	const client = new CommonClient(host, '2018-11-19', {
		credential: { secretId, secretKey },
		region: 'ap-singapore',
		profile: { httpProfile: { protocol: 'http://', endpoint: host } },
	});
	return (await client.request(action, parameters)) as Record<string, unknown>;
}

const codeOf = async (action: string, parameters: object): Promise<string> =>
	await ask(action, parameters).then(
		() => 'OK',
		(error) => error.code,
	);

const sample = (name: string) => ({
	ImageBase64: readFileSync(samplePath(name)).toString('base64'),
});

const facts = JSON.parse(
	readFileSync(join(__dirname, '../TencentCloudOcr/documents/vendorActions.json'), 'utf8'),
) as Record<string, { answer: string; parameters: Record<string, string> }>;

/** A specimen of each action, and some of what is read of it. */
const ACTIONS: Array<[action: string, file: string, parameters: object, answer: object]> = [
	[
		'BankCardOCR',
		'chinese_bank_card.png',
		{ EnableCopyCheck: true, EnableQualityValue: true },
		{ CardNo: '6200000000000000', ValidDate: '08/2030', WarningCode: [-9113], QualityValue: 90 },
	],
	[
		'ExtractDocMulti',
		'trade_invoice.png',
		{ ItemNames: ['Total', 'Amount', 'Missing'], ConfigId: 'InvoiceEng', EnableCoord: true },
		{
			StructuralList: [
				{
					Groups: [
						{
							Lines: [
								{
									Key: { AutoName: 'Total', ConfigName: 'Total' },
									Value: { AutoContent: '1060.00', Coord: { LeftTop: { X: expect.any(Number) } } },
								},
							],
						},
					],
				},
				{ Groups: [{ Lines: [{ Key: { ConfigName: 'Missing' }, Value: { AutoContent: '' } }] }] },
				{
					Groups: [
						{ Lines: [{ Key: { AutoName: 'Amount' }, Value: { AutoContent: '600.00' } }] },
						{ Lines: [{ Key: { AutoName: 'Amount' }, Value: { AutoContent: '460.00' } }] },
					],
				},
			],
		},
	],
	[
		'SmartStructuralOCRV2',
		'trade_invoice.png',
		{ ItemNames: ['Invoice number'], ReturnFullText: true },
		{
			StructuralList: [{ Groups: [{ Lines: [{ Value: { AutoContent: 'INV-0007' } }] }] }],
			WordList: expect.arrayContaining([
				expect.objectContaining({ DetectedText: 'COMMERCIAL INVOICE' }),
			]),
		},
	],
	[
		'IDCardOCR',
		'chinese_id_card.png',
		{ Config: '{"Quality":true}' },
		{ Name: '样本', Birth: '1990/1/2', AdvancedInfo: '{"Quality":90}' },
	],
	['LicensePlateOCR', 'chinese_plate.png', {}, { LicensePlateInfos: [{ Number: '京A00000' }] }],
	[
		'RecognizeGeneralInvoice',
		'chinese_vat_invoice.png',
		{},
		{
			MixedInvoiceItems: [
				{
					SubType: 'VatSpecialInvoice',
					SingleInvoiceInfos: {
						VatSpecialInvoice: {
							Total: '¥1060.00',
							VatInvoiceItemInfos: [{ Name: '样本纸', Total: '600.00' }, { Quantity: '40' }],
						},
					},
				},
			],
		},
	],
	[
		'RecognizeTableAccurateOCR',
		'price_list.png',
		{},
		{
			TableDetections: expect.arrayContaining([
				expect.objectContaining({
					Type: 2,
					Cells: expect.arrayContaining([
						expect.objectContaining({
							...{ Text: 'Rye bread', RowTl: 1, ColTl: 0, RowBr: 2, ColBr: 1 },
						}),
						expect.objectContaining({ Text: '5.49', RowTl: 3, ColTl: 2 }),
					]),
				}),
			]),
		},
	],
	['SealOCR', 'chinese_seal.png', {}, { SealInfos: [{ SealBody: '样本公司', SealShape: '0' }] }],
	[
		'TableOCR',
		'price_list.png',
		{},
		{
			TextDetections: expect.arrayContaining([
				expect.objectContaining({ Text: 'PRICE LIST', RowTl: -1 }),
				expect.objectContaining({ Text: 'Whole milk', RowTl: 2, ColTl: 0 }),
			]),
		},
	],
	['VinOCR', 'vehicle_number.png', {}, { Vin: 'LTEKHMEN7XA234967' }],
];

test('every documented action is here', () => {
	expect(ACTIONS.map(([action]) => action).sort()).toEqual(Object.keys(facts).sort());
});

/** The paths in an answer, as the documentation writes them. */
function pathsIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) {
		return value.length === 0 ? [`${path}[]`] : value.flatMap((each) => pathsIn(each, `${path}[]`));
	}
	if (typeof value !== 'object' || value === null) return [path];
	const prefix = path === '' ? '' : `${path}.`;
	return Object.entries(value).flatMap(([key, part]) => pathsIn(part, prefix + key));
}

describe.each(ACTIONS)('%s', (action, file, parameters, answer) => {
	test('reads its specimen, in documented paths', async () => {
		const read = await ask(action, { ...sample(file), ...parameters });
		expect(read).toMatchObject(answer);
		const documented = facts[action].answer.split(' ');
		const isCorner = (path: string) => /\.(X|Y|(Left|Right)(Top|Bottom))\b/.test(path);
		const unknown = pathsIn(read).filter(
			(path) => !documented.includes(path) && !documented.includes(`${path}[]`) && !isCorner(path),
		);
		expect(unknown).toEqual([]);
	});

	test('gets its file from a URL as well', async () => {
		const ImageUrl = `${sandbox.url}/samples/${file}`;
		expect(await codeOf(action, { ImageUrl, ...parameters })).toBe('OK');
	});

	test('refuses parameters that are unknown or of another type', async () => {
		const image = sample(file);
		expect(await codeOf(action, { ...image, Surprise: 1 })).toBe('UnknownParameter');
		expect(await codeOf(action, {})).toBe('MissingParameter');
		for (const [name, type] of Object.entries(facts[action].parameters)) {
			const wrong = type === 'string' ? 1 : 'wrong';
			expect([name, await codeOf(action, { ...image, [name]: wrong })]).toEqual([
				name,
				'InvalidParameter',
			]);
		}
	});

	test('finds nothing in a blank picture', async () => {
		expect(await codeOf(action, sample('blank.png'))).toMatch(
			/^FailedOperation\.(ImageNoText|ImageNoIdCard|NoBankCardError)$/,
		);
	});
});

test('names of fields that are no list of text are refused', async () => {
	const image = sample('trade_invoice.png');
	expect(await codeOf('ExtractDocMulti', { ...image, ItemNames: ['a', 1] })).toBe(
		'InvalidParameter',
	);
	expect(await codeOf('ExtractDocMulti', { ...image, ConfigId: 'Poem' })).toBe(
		'InvalidParameterValue.InvalidParameterValueLimit',
	);
	expect(await codeOf('IDCardOCR', { ...sample('chinese_id_card.png'), Config: '{' })).toBe(
		'InvalidParameter.ConfigFormatError',
	);
});

test('without names, tables are groups of several lines, and other fields groups of one', async () => {
	const { StructuralList } = (await ask('ExtractDocMulti', sample('trade_invoice.png'))) as {
		StructuralList: Array<{ Groups: Array<{ Lines: unknown[] }> }>;
	};
	expect(StructuralList.map(({ Groups }) => Groups.map(({ Lines }) => Lines.length))).toEqual([
		...new Array<number[]>(5).fill([1]),
		[4, 4],
	]);
});

test('tables come as an Excel file, too', async () => {
	const { Data } = await ask('RecognizeTableAccurateOCR', sample('price_list.png'));
	const file = Buffer.from(String(Data), 'base64');
	expect(fileKind(file)).toBe('Office');
	expect(file.toString()).toContain('<t>Ground coffee</t>');
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import nock from 'nock';

import { BASE64, fileItem, PNG } from '../../support/files';
import { pagesOfSize } from '../../support/pdfPages';
import { textOf } from '../../support/runNode';
import { answerWith, CHINA_HOST, HOST, run } from '../tencent';
import {
	ANSWERS,
	ASKED,
	cell,
	EXCEL,
	field,
	group,
	INVOICES,
	PICTURE,
	said,
	TABLE,
	VAT,
} from './answers';

type Answer = { Response: IDataObject };

const DEFAULTS = { resource: 'document', output: undefined } as never as INodeParameters;

const INTERNATIONAL = ['extractDocMulti', 'smartStructural', 'vin'];

async function itemsOf(
	operation: string,
	parameters: INodeParameters = {},
	answers: Answer[] = [ANSWERS[operation]],
) {
	const baseUrl = INTERNATIONAL.includes(operation) ? HOST : CHINA_HOST;
	nock.cleanAll();
	const requests = answerWith((_, index) => answers[Math.min(index, answers.length - 1)], baseUrl);
	const { outputs, error } = await run(
		{ ...DEFAULTS, operation, ...BASE64, ...parameters },
		{
			items: [fileItem({ data: answers.length > 1 ? pagesOfSize(1, 1) : PNG })],
			credential: { baseUrl },
		},
	);
	return { items: outputs[0], error, requests };
}

const rowsOf = async (...parameters: Parameters<typeof itemsOf>) => {
	const { items, error } = await itemsOf(...parameters);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

describe('fields of one document', () => {
	test('vehicle identification number', async () => {
		expect(await rowsOf('vin')).toEqual([{ Vin: 'SAMPLE00000000000' }]);
	});

	test('bank card: warnings as text, pictures as binary data', async () => {
		const { items } = await itemsOf('bankCard');
		expect(items[0].json).toEqual({
			...{ CardNo: '6200000000000000', BankInfo: '样本银行(00000000)', ValidDate: '08/2030' },
			...{ CardType: '借记卡', CardName: '样本卡', QualityValue: 88, valid: false },
			warnings: 'The card reflects light (-9112); The card is a photocopy (-9113)',
		});
		expect(Object.keys(items[0].json).slice(-2)).toEqual(['valid', 'warnings']);
		expect(items[0].binary).toMatchObject({
			BorderCutImage: { fileName: 'BorderCutImage.png', data: PICTURE },
		});
		expect(Object.keys(items[0].binary!)).toEqual(['BorderCutImage']);
	});

	test('a card without warnings is valid; a code that is not documented is shown', async () => {
		const [row] = await rowsOf('bankCard', {}, [said({ CardNo: '1', WarningCode: [] })]);
		expect(row).toMatchObject({ CardNo: '1', CardName: null, valid: true, warnings: null });
		const [other] = await rowsOf('bankCard', {}, [said({ CardNo: '1', WarningCode: [-1] })]);
		expect(other).toMatchObject({ valid: false, warnings: 'Warning -1' });
	});

	test('an account without warnings: nobody knows whether the card is valid', async () => {
		const [row] = await rowsOf('bankCard', {}, [said({ CardNo: '1', WarningCode: [-9109] })]);
		expect(row).toMatchObject({ valid: null });
		expect(row.warnings).toMatch(/not switched on for this account \(-9109\)/);
	});

	test('identity card: what is JSON text becomes columns, pictures and warnings', async () => {
		const { items } = await itemsOf('idCard', { options: { normalizeValues: true } });
		expect(items[0].json).toEqual({
			...{ Name: '样本', Sex: '女', Nation: '汉', Birth: '1990/1/2', BirthIso: '1990-01-02' },
			...{ Address: '样本市样本路1号', IdNum: '000000199001020000', Authority: null },
			...{ ValidDate: null, AdvancedInfo_Quality: 80, AdvancedInfo_BorderCodeValue: null },
			...{ valid: false, warnings: 'The document is a photocopy (-9102)' },
		});
		expect(Object.keys(items[0].binary!)).toEqual(['AdvancedInfo_IdCard', 'AdvancedInfo_Portrait']);
	});

	test('license plates: a row each, with a confidence from 0 to 1', async () => {
		expect(await rowsOf('licensePlate')).toEqual([
			{
				...{ Number: '京A00000', Rect_X: 426, Rect_Y: 423, Rect_Width: 135, Rect_Height: 66 },
				...{ Color: '蓝', confidence: 0.99 },
			},
			{
				...{ Number: '沪B00000', Rect_X: 1, Rect_Y: 2, Rect_Width: 3, Rect_Height: 4 },
				...{ Color: '蓝', confidence: 0.71 },
			},
		]);
		const rows = await rowsOf('licensePlate', { options: { reviewBelow: 0.8 } });
		expect(rows.map(({ needsReview }) => needsReview)).toEqual([false, true]);
		expect(rows[1].reviewReason).toMatch(/has a confidence of 0\.71/);
	});

	test('the only plate of an answer without a list is a row; what differs from the list is kept', async () => {
		const [alone] = await rowsOf('licensePlate', {}, [said({ Number: 'A', Confidence: 50 })]);
		expect(alone).toMatchObject({ Number: 'A', Color: null, confidence: 0.5 });
		const [row] = await rowsOf('licensePlate', {}, [
			said({ Number: 'B', LicensePlateInfos: [{ Number: 'A', Confidence: 50 }] }),
		]);
		expect(row).toMatchObject({ Number: 'A', first_Number: 'B' });
	});

	test('seals: a row each, lists of texts joined', async () => {
		expect(await rowsOf('seal')).toEqual([
			{
				...{ SealBody: '样本公司', Location_X: 143, Location_Y: 78 },
				...{ Location_Width: 98, Location_Height: 98 },
				...{ OtherTexts: '财务专用章; 000', SealShape: '0' },
			},
		]);
	});
});

describe('fields that were asked for', () => {
	const asked = { fieldNames: 'Amount\nInvoice number, Total' };

	test('are columns in the order of the names, null where nothing was read; the names are sent', async () => {
		const { items, requests } = await itemsOf('extractDocMulti', asked);
		expect(requests[0].body.ItemNames).toEqual(['Amount', 'Invoice number', 'Total']);
		expect(items.map(({ json }) => json)).toEqual([
			{
				// Its values stand in a table.
				Amount: '6.00; 4.40',
				'Invoice number': 'INV-7',
				Total: null,
				...{ Date: '2024-03-05', Seller: 'Sample Ltd', lineItems: 2, Angle: 0.5, TokenNum: 42 },
			},
		]);
		expect(Object.keys(items[0].json)).toEqual([
			...['Amount', 'Invoice number', 'Total', 'Date', 'Seller', 'lineItems', 'Angle', 'TokenNum'],
		]);
	});

	test('an expression may return a list, whose names may have commas', async () => {
		const fieldNames = '={{ ["Date, time", "Seller", "Seller"] }}';
		const { items, requests } = await itemsOf('extractDocMulti', { fieldNames });
		expect(requests[0].body.ItemNames).toEqual(['Date, time', 'Seller']);
		expect(Object.keys(items[0].json).slice(0, 2)).toEqual(['Date, time', 'Seller']);
	});

	test('an expression that returns something else costs nothing', async () => {
		const { error, requests } = await itemsOf('extractDocMulti', { fieldNames: '={{ { a: 1 } }}' });
		expect(textOf(error)).toMatch(/Fields is \{"a":1\}, but must be text with names/);
		expect(requests).toEqual([]);
	});

	test('without names, all that was found is a column', async () => {
		const [row] = await rowsOf('extractDocMulti');
		expect(row).toEqual({
			...{ 'Invoice number': 'INV-7', Date: '2024-03-05', Seller: 'Sample Ltd' },
			...{ lineItems: 2, Angle: 0.5, TokenNum: 42 },
		});
	});

	test('line items: a row each, with the fields of the document in front', async () => {
		const rows = await rowsOf('extractDocMulti', { ...asked, output: 'lineItems' });
		const document = {
			'Invoice number': 'INV-7',
			Total: null,
			Date: '2024-03-05',
			Seller: 'Sample Ltd',
		};
		expect(rows).toEqual([
			{ Amount: '6.00', ...document, lineItem: 1, Item: 'Paper', Qty: '2' },
			{ Amount: '4.40', ...document, lineItem: 2, Item: 'Ink', Qty: '1' },
		]);
		expect(Object.keys(rows[0])).toEqual([
			...['Amount', 'Invoice number', 'Total', 'Date', 'Seller', 'lineItem', 'Item', 'Qty'],
		]);
	});

	test('a document without line items has a row, too', async () => {
		const answer = said({ StructuralList: [group([field('Date', 'x')])] });
		const rows = await rowsOf('extractDocMulti', { output: 'lineItems' }, [answer]);
		expect(rows).toEqual([{ Date: 'x', lineItem: null }]);
	});

	test('two values of one name are joined, and a name without a value is a column', async () => {
		const answer = said({
			StructuralList: [
				group([field('Date', '1'), field('Empty', '')]),
				group([field('Date', '2')], [field('Seller', 'S')]),
			],
		});
		const [row] = await rowsOf('smartStructural', {}, [answer]);
		expect(row).toEqual({ Date: '1; 2', Empty: null, Seller: 'S', lineItems: 0, Angle: null });
	});

	test('options: places, all text', async () => {
		const options = { fieldBoxes: true, fullText: true };
		const { items, requests } = await itemsOf('extractDocMulti', { ...asked, options });
		expect(requests[0].body).toMatchObject({ EnableCoord: true, ReturnFullText: true });
		expect(items[0].json).toMatchObject({
			...{ Date_left: 10, Date_top: 20, Date_right: 110, Date_bottom: 40 },
			...{ Total_left: null, Total_bottom: null, fullText: 'INVOICE\nINV-7' },
		});
		const lines = await rowsOf('extractDocMulti', { options, output: 'lineItems' });
		expect(lines[1]).toMatchObject({ Qty_left: 10, Qty_bottom: 40, Date_right: 110 });
		expect(lines[1]).not.toHaveProperty('fullText');
	});

	test('corners that are missing or not asked for do no harm', async () => {
		const options = { fieldBoxes: true };
		const [row] = await rowsOf('smartStructural', { options });
		expect(row).toMatchObject({
			...{ Name: 'Sample', Name_left: null, Sex: 'F' },
			...{ Sex_left: 1, Sex_top: 2, Sex_right: 9, Sex_bottom: 8 },
		});
	});

	test('the pages of a PDF are one document, with each value once', async () => {
		const second = said({
			Angle: 0,
			StructuralList: [
				group([field('Invoice No.', 'INV-7', 'Invoice number'), field('Total', '10.40', 'Total')]),
			],
			TokenNum: 1,
		});
		const answers = [ASKED, second];
		const [row, ...more] = await rowsOf(
			'extractDocMulti',
			{ ...asked, inputType: 'binary' },
			answers,
		);
		expect(more).toEqual([]);
		expect(row).toMatchObject({
			...{ pages: 2, 'Invoice number': 'INV-7', Total: '10.40', lineItems: 2 },
			...{ Angle: '0.5; 0', TokenNum: '42; 1' },
		});
		const options = { rowPerPage: true };
		const rows = await rowsOf(
			'extractDocMulti',
			{ ...asked, inputType: 'binary', options },
			answers,
		);
		expect(rows).toMatchObject([
			{ page: 1, pages: 2, Amount: '6.00; 4.40', Total: null },
			{ page: 2, pages: 2, Amount: null, Total: '10.40' },
		]);
	});

	test('a line item says its page', async () => {
		const parameters = { inputType: 'binary', output: 'lineItems' };
		const rows = await rowsOf('extractDocMulti', parameters, [ASKED, ASKED]);
		expect(rows.map(({ page, pages, lineItem }) => [page, pages, lineItem])).toEqual([
			...[
				[1, 2, 1],
				[1, 2, 2],
				[2, 2, 3],
				[2, 2, 4],
			],
		]);
	});

	test.each([
		[{ templateFields: true }, { ItemNamesShowMode: false }],
		[{ withoutParentNames: true }, { OutputParentKey: false }],
		[{ outputLanguage: 'cn' }, { OutputLanguage: 'cn' }],
		[{ scene: 'pages' }, { ConfigAdvanced: { Scene: 'pages' } }],
	])('option %j is the parameter %j', async (options, parameters) => {
		const { requests } = await itemsOf('extractDocMulti', { options, template: 'InvoiceEng' });
		expect(requests[0].body).toEqual({
			...{ ConfigId: 'InvoiceEng', ...parameters, ImageBase64: PICTURE },
		});
	});

	test('options of another operation are not sent', async () => {
		const options = { templateFields: true, checkCopy: true, fullText: true };
		const { requests } = await itemsOf('smartStructural', { options });
		expect(requests[0].body).toEqual({ ReturnFullText: true, ImageBase64: PICTURE });
	});

	test('a template or language that does not exist costs nothing', async () => {
		for (const parameters of [
			{ template: 'Poem' },
			{ options: { outputLanguage: 'xx' } },
			{ options: { templateFields: 'yes' } },
		]) {
			const { error, requests } = await itemsOf('extractDocMulti', parameters as INodeParameters);
			expect(textOf(error)).toMatch(/ is "(Poem|xx|yes)", but must be /);
			expect(requests).toEqual([]);
		}
	});
});

describe('tables', () => {
	test('a row each, counted by table; a merged cell is in its first row and column', async () => {
		const rows = await rowsOf('tableAccurate');
		const row = (
			table: number,
			number: number,
			cells: Array<string | null>,
			confidence: number | null,
		) => ({
			...{ table, row: number },
			...Object.fromEntries([0, 1, 2, 3].map((at) => [`column${at + 1}`, cells[at] ?? null])),
			confidence,
		});
		expect(rows).toEqual([
			row(1, 1, [null, '2023', '2024'], 1),
			row(1, 2, ['Total', '1,200.50', '1,300\n(net)'], 0.975),
			row(1, 3, ['Tax', '12', '13', '14'], 1),
			row(1, 4, [null, '22', '23'], 0.6),
			row(2, 1, ['a', 'b'], 1),
		]);
	});

	test('First Row Is Header names the columns of each table', async () => {
		const rows = await rowsOf('tableAccurate', { options: { firstRowIsHeader: true } });
		expect(rows).toEqual([
			{
				table: 1,
				row: 2,
				column1: 'Total',
				2023: '1,200.50',
				2024: '1,300\n(net)',
				column4: null,
				confidence: 0.975,
			},
			{ table: 1, row: 3, column1: 'Tax', 2023: '12', 2024: '13', column4: '14', confidence: 1 },
			{ table: 1, row: 4, column1: null, 2023: '22', 2024: '23', column4: null, confidence: 0.6 },
		]);
	});

	test('Fill Merged Cells repeats a cell in all its rows and columns', async () => {
		const rows = await rowsOf('tableAccurate', { options: { fillMergedCells: true } });
		expect(rows.map(({ column1, column3, column4 }) => [column1, column3, column4])).toEqual([
			[null, '2024', '2024'],
			['Total', '1,300\n(net)', '1,300\n(net)'],
			['Tax', '13', '14'],
			['Tax', '23', null],
			['a', null, null],
		]);
	});

	test('Text Outside Tables adds what is in no table', async () => {
		const options = { textOutside: true };
		const [first, ...others] = await rowsOf('tableAccurate', { options });
		expect(first).toMatchObject({ table: null, row: null, column1: 'PRICES', column2: null });
		expect(others).toHaveLength(5);
		expect(await rowsOf('table', { options })).toMatchObject([
			{ table: 1, row: 1, column1: 'No.', column2: 'Goods' },
			{ table: 1, row: 2, column1: '1', column2: 'Tea', confidence: 0.88 },
			{ table: null, row: null, column1: 'Header', confidence: 0.53 },
		]);
		expect(await rowsOf('table')).toHaveLength(2);
	});

	test('Excel File is binary data of the first row', async () => {
		const { items } = await itemsOf('tableAccurate', { options: { excelFile: true } });
		expect(items[0].binary).toMatchObject({
			excel: {
				fileName: 'table.xlsx',
				data: EXCEL,
				mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			},
		});
		expect(items.slice(1).every(({ binary }) => binary === undefined)).toBe(true);
		expect((await itemsOf('tableAccurate')).items[0].binary).toBeUndefined();
	});

	test('Review Below judges each row', async () => {
		const rows = await rowsOf('tableAccurate', { options: { reviewBelow: 0.9 } });
		expect(rows.map(({ needsReview }) => needsReview)).toEqual([false, false, false, true, false]);
	});

	test('a page without a table is an error, unless another page has one', async () => {
		const none = said({ TableDetections: [] });
		const { error } = await itemsOf('tableAccurate', {}, [none]);
		expect(textOf(error)).toMatch(/found no row of a table/);
		const rows = await rowsOf('tableAccurate', { inputType: 'binary' }, [none, TABLE]);
		expect(rows[0]).toMatchObject({ page: 2, pages: 2, table: 1, row: 1 });
	});

	test('a place that no table has is text outside of it, and costs no memory', async () => {
		const answer = said({
			TableDetections: [
				{ Cells: [cell('far', [0, 1e12, 1, 1e12 + 1]), cell('x', [0, 0, 1e9, 1e9])], Type: 1 },
			],
		});
		expect(await rowsOf('tableAccurate', { options: { textOutside: true } }, [answer])).toEqual([
			{ table: 1, row: 1, column1: 'x', confidence: 1 },
			{ table: null, row: null, column1: 'far', confidence: 1 },
		]);
	});
});

describe('invoices', () => {
	test('a row each, with the fields of its kind in the documented order', async () => {
		const { items } = await itemsOf('generalInvoice');
		const rows = items.map(({ json }) => json);
		expect(rows).toHaveLength(4);
		expect(rows[0]).toMatchObject({
			...{ page: 1, SubType: 'VatSpecialInvoice', SubTypeDescription: '样本发票', Type: 3 },
			...{ status: 'OK', Angle: 0.25, left: 5, top: 5, right: 95, bottom: 55 },
			...{ CheckCode: null, Number: '00000007', Total: '¥1060.00', Reviewer: null, lineItems: 2 },
		});
		const names = Object.keys(rows[0]);
		expect(names.slice(0, 12)).toEqual([
			...['page', 'Type', 'SubType', 'TypeDescription', 'SubTypeDescription', 'status', 'Angle'],
			...['left', 'top', 'right', 'bottom', 'CheckCode'],
		]);
		expect(names.at(-1)).toBe('lineItems');
		expect(rows[1]).toMatchObject({
			SubType: 'TrainTicket',
			Total: '46.50',
			Seat: null,
			lineItems: 0,
		});
		expect(items[0].binary).toMatchObject({ CutImage: { data: PICTURE } });
		expect(items[1].binary).toBeUndefined();
	});

	test('one that was not read has a row that says why', async () => {
		const rows = await rowsOf('generalInvoice');
		expect(rows[3]).toMatchObject({
			...{ status: 'FailedOperation.UnsupportedInvoice', left: 305, lineItems: 0 },
		});
	});

	test('another invoice has the names on the paper', async () => {
		const rows = await rowsOf('generalInvoice');
		expect(rows[2]).toMatchObject({
			SubType: 'OtherInvoice',
			Title: '收据',
			编号: '9',
			lineItems: 1,
		});
		const lines = await rowsOf('generalInvoice', { output: 'lineItems' });
		expect(lines[3]).toMatchObject({
			编号: '9',
			list: 'OtherInvoiceTableItems',
			项目: '茶',
			金额: '5.00',
		});
	});

	test('line items: a row each; names that the invoice has as well get a prefix', async () => {
		const lines = await rowsOf('generalInvoice', { output: 'lineItems' });
		expect(lines.map(({ SubType, lineItem }) => [SubType, lineItem])).toEqual([
			['VatSpecialInvoice', 1],
			['VatSpecialInvoice', 2],
			['TrainTicket', null],
			['OtherInvoice', 1],
			[null, null],
		]);
		expect(lines[0]).toMatchObject({
			...{ Total: '¥1060.00', list: 'VatInvoiceItemInfos', Name: '样本服务', Price: '300' },
			...{ item_Total: '600.00', item_Tax: '36.00', VehicleType: null },
		});
	});

	test('Normalize Values: dates, amounts, and whether the sums are right', async () => {
		const options = { normalizeValues: true };
		const [row] = await rowsOf('generalInvoice', { options });
		expect(row).toMatchObject({
			...{ DateIso: '2024-03-05', TotalNumber: 1060, TaxNumber: 60, PretaxAmountNumber: 1000 },
			sumsMatch: true,
		});
		const [line] = await rowsOf('generalInvoice', { options, output: 'lineItems' });
		expect(line).toMatchObject({ item_TotalNumber: 600, PriceNumber: 300, QuantityNumber: 2 });
		const wrong = {
			MixedInvoiceItems: [
				{
					...(INVOICES.Response.MixedInvoiceItems as IDataObject[])[0],
					SingleInvoiceInfos: { VatSpecialInvoice: { ...VAT, Total: '1061.00' } },
				},
			],
		};
		const [other] = await rowsOf('generalInvoice', { options }, [said(wrong)]);
		expect(other).toMatchObject({ sumsMatch: false });
		expect(other.checks).toMatch(/PretaxAmount \+ Tax is 1060, but Total is 1061/);
	});

	test('the page of a PDF is that of the file', async () => {
		const rows = await rowsOf('generalInvoice', { inputType: 'binary' }, [INVOICES, INVOICES]);
		expect(rows.map(({ page, pages }) => [page, pages])).toEqual([
			...new Array<number[]>(4).fill([1, 2]),
			...new Array<number[]>(4).fill([2, 2]),
		]);
	});

	test.each([
		[{ invoiceType: 0 }, { Types: [0] }],
		[{ onlyKnownTypes: true }, { EnableOther: false }],
		[{ invoiceImages: true }, { EnableCutImage: true }],
	])('option %j is the parameter %j', async (options, parameters) => {
		const { requests } = await itemsOf('generalInvoice', { options });
		expect(requests[0].body).toEqual({ ...parameters, ImageBase64: PICTURE });
	});
});

test.each([
	[
		'bankCard',
		{ cardImage: true, cardNumberImage: true },
		{ RetBorderCutImage: true, RetCardNoImage: true },
	],
	[
		'bankCard',
		{ checkCopy: true, checkReshoot: true },
		{ EnableCopyCheck: true, EnableReshootCheck: true },
	],
	[
		'bankCard',
		{ checkBorder: true, quality: true },
		{ EnableBorderCheck: true, EnableQualityValue: true },
	],
	['idCard', { cardSide: 'BACK' }, { CardSide: 'BACK' }],
	[
		'idCard',
		{ idCardExtras: ['CropPortrait', 'CopyWarn'] },
		{ Config: '{"CropPortrait":true,"CopyWarn":true}' },
	],
])('%s: options %j are the parameters %j', async (operation, options, parameters) => {
	const { requests } = await itemsOf(operation, { options });
	expect(requests[0].body).toEqual({ ...parameters, ImageBase64: PICTURE });
});

test('a check that does not exist costs nothing', async () => {
	const { error, requests } = await itemsOf('idCard', { options: { idCardExtras: ['Smile'] } });
	expect(textOf(error)).toMatch(/Checks and Pictures is \["Smile"\], but must be a list of /);
	expect(requests).toEqual([]);
});

test('fields that the provider added come behind the documented ones, and hide no others', async () => {
	const [row] = await rowsOf('vin', {}, [
		said({ Vin: '1', New: { A: 1, B: [2, 3] }, valid: 'yes' }),
	]);
	expect(row).toEqual({ Vin: '1', New_A: 1, New_B: '2; 3', document_valid: 'yes' });
	const answer = said({ StructuralList: [], Extra: { A: 1 } });
	expect(await rowsOf('smartStructural', {}, [answer])).toEqual([
		{ Extra_A: 1, lineItems: 0, Angle: null },
	]);
});

test('a field named like a column of the node gets a prefix', async () => {
	const answer = said({ StructuralList: [group([field('lineItems', '7'), field('Angle', '8')])] });
	const [row] = await rowsOf('smartStructural', {}, [answer]);
	expect(row).toEqual({ field_lineItems: '7', field_Angle: '8', lineItems: 0, Angle: null });
});

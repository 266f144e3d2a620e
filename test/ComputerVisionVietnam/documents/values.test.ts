/*
 * The options Normalize Values, Review Below and First Row Is Header, in n8n's own engine, for answers
 * as the provider's pages describe them.
 */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { documentCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/document/catalogue';
import { vehicleCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/vehicle/catalogue';
import { columnsOf } from '../../../nodes/ComputerVisionVietnam/output/records/documentedTypes';
import { BASE64, PNG } from '../../support/files';
import { textOf } from '../../support/runNode';
import { BACK, FRONT, PHOTOCOPY, REGISTRATION, side, TWO_SIDES, VERIFY } from '../sides';
import { answerWith, documents, run, succeeded } from '../vision';
import { ANSWERS, BANK_STATEMENT, cell, field, INVOICE_PAGE } from './answers';

const XML = { ...BASE64, imageBase64: Buffer.from('<HDon/>').toString('base64') };

/** The items of an operation, for its documented answer or for other data. */
async function itemsOf(
	operation: string,
	options: INodeParameters,
	data?: unknown,
	output?: string,
) {
	answerWith(() => (data === undefined ? ANSWERS[operation] : succeeded(data)));
	const [resource, value] = operation.split('/');
	const { outputs, error } = await run({
		...{ resource, operation: value, output, options },
		...(value === 'invoiceXml' ? XML : BASE64),
	});
	if (error) throw new Error(textOf(error));
	return outputs[0];
}

const rowsOf = async (...run: Parameters<typeof itemsOf>): Promise<IDataObject[]> =>
	(await itemsOf(...run)).map(({ json }) => json);

const NORMALIZED = { normalizeValues: true };
const REVIEWED = { reviewBelow: 0.8 };

/** The columns of a row that options added, in their order, and what is in them. */
const addedTo = (row: IDataObject, without: IDataObject) =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !(name in without)));

describe('Normalize Values', () => {
	test('an invoice: its date and its amounts, each directly behind what was read', async () => {
		const [row] = await rowsOf('document/invoice', NORMALIZED);
		const [without] = await rowsOf('document/invoice', {});
		expect(addedTo(row, without)).toEqual({
			...{ dateIso: '2024-02-01', total_amountNumber: 1_100_000 },
			...{ sub_totalNumber: 1_000_000, vat_amountNumber: 100_000 },
			...{ sumsMatch: true, checks: expect.any(String) },
		});
		const names = Object.keys(row);
		expect(names.slice(0, 4)).toEqual(['page', 'type', 'date', 'dateIso']);
		expect(names.slice(-3)).toEqual(['confidence', 'sumsMatch', 'checks']);
		expect(names.filter((name) => name in without)).toEqual(Object.keys(without));
		expect(row).toMatchObject(without);
	});

	test('its line items, each row with the values of its document', async () => {
		const rows = await rowsOf('document/invoice', NORMALIZED, undefined, 'lineItems');
		expect(rows).toMatchObject([
			{
				...{ dateIso: '2024-02-01', total_amountNumber: 1_100_000, quantityNumber: 2 },
				...{ unit_priceNumber: 300_000, amount_before_taxNumber: 600_000 },
				...{ tax_amountNumber: null, amount_totalNumber: null, expired_dateIso: null },
			},
			{
				...{ quantity: '1', quantityNumber: 1, unit_priceNumber: null },
				// A month is no date.
				...{ amount_totalNumber: 440_000, expired_date: '12/2025', expired_dateIso: null },
			},
		]);
		expect(Object.keys(rows[0])).toEqual(Object.keys(rows[1]));
		const names = Object.keys(rows[0]);
		expect(names[names.indexOf('unit_price') + 1]).toBe('unit_priceNumber');
	});

	test('the columns are there where nothing was read', async () => {
		const [row] = await rowsOf('document/invoice', NORMALIZED, [{ type: 'invoice', info: {} }]);
		const [full] = await rowsOf('document/invoice', NORMALIZED);
		expect(Object.keys(row)).toEqual(Object.keys(full));
		expect(row).toMatchObject({ dateIso: null, total_amountNumber: null, sumsMatch: null });
	});

	test('what does not fit the rules of Vietnam is null, and stays as it was read', async () => {
		const info = { date: '02/13/2024', total_amount: '1,100,000', sub_total: '$5' };
		const [row] = await rowsOf('document/invoice', NORMALIZED, [{ type: 'invoice', info }]);
		expect(row).toMatchObject({
			...info,
			...{ dateIso: null, total_amountNumber: null, sub_totalNumber: null },
		});
	});

	test('an electronic invoice may have the numbers of its file', async () => {
		const info = { date: '2024-02-01', total_amount: '1100000.00', sub_total: '100.000' };
		const [row] = await rowsOf('document/invoiceXml', NORMALIZED, [{ type: 'invoice', info }]);
		expect(row).toMatchObject({
			...{ dateIso: '2024-02-01', total_amountNumber: 1_100_000 },
			// A hundred, or a hundred thousand.
			sub_totalNumber: null,
		});
	});

	test('bank statement: a row of a table', async () => {
		const [row] = await rowsOf('document/bankStatement', NORMALIZED);
		expect(row).toEqual({
			...{ page: 1, table: 1, row: 1, date: '01/03/2024', dateIso: '2024-03-01' },
			...{ description: 'Lương', debit: null, debitNumber: null },
			...{ credit: '5.000.000', creditNumber: 5_000_000 },
			...{ balance: '6.000.000', balanceNumber: 6_000_000, confidence: 0.7 },
		});
	});

	test('a document of many types: each with its own', async () => {
		const rows = await rowsOf('document/claims', NORMALIZED, undefined, 'lineItems');
		expect(rows).toMatchObject([
			{ type: 'invoice', total_amountNumber: 900_000, dateIso: null, sumsMatch: true },
			{ type: 'list_expense', unit_priceNumber: 50_000, amount_paid_by_patientNumber: 100_000 },
			{ type: 'list_expense', quantityNumber: 1 },
			{ type: 'prescription', quanlityNumber: 10 },
			{ type: 'bvcard' },
			{ type: 'chip_id_card_back', issue_dateIso: '2022-02-02' },
		]);
		// The insurance pays a part of what the patient got, so these sums are no invoice's.
		expect(rows[1]).not.toHaveProperty('sumsMatch');
	});

	test('a person and a member of the household, who both have a date of birth', async () => {
		const info = { dob: '01/02/1980', member: [{ dob: '03/04/2010' }] };
		const data = { confirm_residence: [{ type: 'confirm_residence', info }] };
		const [row] = await rowsOf('document/employeeProfile', NORMALIZED, data, 'lineItems');
		expect(row).toMatchObject({ dobIso: '1980-02-01', item_dobIso: '2010-04-03' });
	});

	test('the dates of parents that are only years are none', async () => {
		const [row] = await rowsOf('document/birthCertificate', NORMALIZED);
		expect(row).toMatchObject({ dobIso: '2020-01-01', father_dob: '1990', father_dobIso: null });
	});

	test('a table has no columns that are known to be dates or amounts', async () => {
		expect(await rowsOf('document/getTable', NORMALIZED)).toEqual(
			await rowsOf('document/getTable', {}),
		);
	});

	test('the response itself stays as it is', async () => {
		const options = { ...NORMALIZED, ...REVIEWED };
		expect(await rowsOf('document/invoice', options, undefined, 'raw')).toEqual([
			ANSWERS['document/invoice'],
		]);
	});
});

const goods = (amount: string) => ({
	type: 'invoice',
	info: { table: [[{ label: 'amount_before_tax', value: amount }]] },
});

describe('the sums of an invoice', () => {
	const sums = { sub_total: '1.000.000', vat_amount: '100.000', total_amount: '1.100.000' };
	const lastPage = (amount: string) => {
		const { type, info } = goods(amount);
		return { type, info: { ...info, ...sums } };
	};

	test('that match', async () => {
		const [row] = await rowsOf('document/invoice', NORMALIZED, [lastPage('1.000.000')]);
		expect(row).toMatchObject({
			sumsMatch: true,
			checks:
				'quantity × unit_price was not checked. The line items add up to sub_total. sub_total + vat_amount is total_amount',
		});
	});

	test('that do not', async () => {
		const [row] = await rowsOf('document/invoice', NORMALIZED, [lastPage('7.000.000')]);
		const sentence =
			'amount_before_tax of the line items adds up to 7000000, but sub_total is 1000000';
		expect(row).toMatchObject({ sumsMatch: false, checks: expect.stringContaining(sentence) });
	});

	test('of several pages stand on the last one', async () => {
		const rows = await rowsOf('document/invoice', NORMALIZED, [
			...[goods('200.000'), goods('300.000'), lastPage('500.000')],
			// The next invoice begins behind them.
			lastPage('1.000.000'),
		]);
		expect(rows.map(({ sumsMatch }) => sumsMatch)).toEqual([null, null, true, true]);
	});

	test('of a quotation are before discounts and taxes of its line items', async () => {
		const line = { quantity: '2', unit_price: '300.000', amount_total: '500.000' };
		const info = { sub_total: '500.000', table: [{ ...line, percent_discount: '17%' }] };
		const of = async (data: unknown) =>
			(
				await rowsOf('document/priceQuotation', NORMALIZED, [
					{ type: 'price_quotation', info: data },
				])
			)[0];
		expect(await of(info)).toMatchObject({ sumsMatch: true });
		expect(await of({ ...info, table: [line] })).toMatchObject({ sumsMatch: false });
	});

	test('are no columns without the option', async () => {
		const [row] = await rowsOf('document/invoice', REVIEWED);
		expect(row).not.toHaveProperty('sumsMatch');
		expect(row).not.toHaveProperty('checks');
	});
});

describe('Review Below', () => {
	test('the lowest field of a document or of its line items', async () => {
		const [row] = await rowsOf('document/invoice', REVIEWED);
		expect(row).toMatchObject({
			needsReview: true,
			reviewReason: 'account_bank_account_no has a confidence of 0.77',
		});
		expect(Object.keys(row).slice(-3)).toEqual(['confidence', 'needsReview', 'reviewReason']);
		const quotation = await rowsOf('document/priceQuotation', REVIEWED);
		expect(quotation).toMatchObject([
			{ reviewReason: 'description of line item 1 has a confidence of 0.35' },
		]);
	});

	test('each line item has the verdict on its document', async () => {
		const rows = await rowsOf('document/priceQuotation', REVIEWED, undefined, 'lineItems');
		const reviewReason = 'description of line item 1 has a confidence of 0.35';
		expect(rows).toMatchObject([
			{ lineItem: 1, needsReview: true, reviewReason },
			{ lineItem: 2, needsReview: true, reviewReason },
		]);
	});

	test('a document that was read well needs none', async () => {
		const [row] = await rowsOf('document/invoice', { reviewBelow: 0.77 });
		expect(row).toMatchObject({ needsReview: false, reviewReason: null });
	});

	test('sums that do not match, also without Normalize Values', async () => {
		const { type, info } = INVOICE_PAGE;
		const data = [{ type, info: { ...info, ...field('total_amount', '1.700.000') } }];
		const [row] = await rowsOf('document/invoice', { reviewBelow: 0.5 }, data);
		expect(row).toMatchObject({
			needsReview: true,
			reviewReason: 'sub_total + vat_amount is 1100000, but total_amount is 1700000',
		});
	});

	test('a document without any confidence needs one: null would pass as no', async () => {
		const info = { date: '01/02/2024', total_amount: '5' };
		const [row] = await rowsOf('document/invoice', { reviewBelow: 0 }, [{ type: 'invoice', info }]);
		expect(row).toMatchObject({ needsReview: true, reviewReason: 'No confidence is known' });
	});

	test('pages that were not read need one', async () => {
		const rows = await rowsOf('document/employeeProfile', REVIEWED);
		expect(rows.filter(({ type }) => type === 'image_negative')).toMatchObject([
			{ needsReview: true },
			{ needsReview: true },
		]);
	});

	test('what the provider says against the picture', async () => {
		const info = field('company_name', 'CÔNG TY MẪU');
		const of = async (verdict: IDataObject) =>
			(
				await rowsOf('document/businessRegistration', REVIEWED, [
					{ type: 'business_registration', info, ...verdict },
				])
			)[0];
		expect(await of({ valid: 'True' })).toMatchObject({ needsReview: false });
		expect(await of(PHOTOCOPY)).toMatchObject({
			needsReview: true,
			reviewReason: PHOTOCOPY.invalidMessage,
		});
		expect(await of({ valid: 'False' })).toMatchObject({
			reviewReason: 'The provider says that it is not valid',
		});
		expect(await of({})).toMatchObject({ reviewReason: 'The provider gave no verdict' });
	});

	test('a row of a table by its own cells', async () => {
		const rows = await rowsOf('document/bankStatement', REVIEWED);
		expect(rows.map(({ needsReview }) => needsReview)).toEqual([true, false, false, false]);
		expect(rows[0]).toMatchObject({ reviewReason: 'balance has a confidence of 0.7' });
	});

	test('a response that is only a part', async () => {
		answerWith(() => ({ ...succeeded(BANK_STATEMENT), Exception: 'Timeout' }));
		const { outputs } = await run({
			...{ resource: 'document', operation: 'bankStatement', output: 'rows', ...BASE64 },
			options: { reviewBelow: 0.1 },
		});
		for (const { json } of outputs[0]) {
			expect(json).toMatchObject({
				needsReview: true,
				reviewReason: 'The provider reports: Timeout',
			});
		}
	});

	test.each([1.5, -1, 'high'])('%j is rejected before anything is sent', async (reviewBelow) => {
		const requests = answerWith(() => ANSWERS['document/invoice']);
		for (const parameters of [
			{ resource: 'document', operation: 'invoice', output: 'document' },
			{ resource: 'card', operation: 'extract', simplify: true },
		]) {
			const { error } = await run({ ...parameters, ...BASE64, options: { reviewBelow } });
			expect(textOf(error)).toContain('Review Below is');
		}
		expect(requests).toHaveLength(0);
	});
});

describe('First Row Is Header', () => {
	const HEADER = { firstRowIsHeader: true };

	test('names the columns, and is no row', async () => {
		expect(await rowsOf('document/getTable', HEADER)).toEqual([
			{ page: 1, table: 1, row: 1, Tên: 'Bút', Giá: 5, column3: null, confidence: 0.42 },
			{ page: 1, table: 1, row: 2, Tên: 'Vở', Giá: 7, column3: 'mới', confidence: 0.95 },
		]);
	});

	test('each table has its own', async () => {
		const table = (...rows: string[][]) => rows.map((row) => row.map((text) => cell(text)));
		const json = [table(['A', 'B'], ['1', '2']), table(['C'], ['3'], ['4'])];
		expect(await rowsOf('document/getTable', HEADER, [{ json }])).toMatchObject([
			{ table: 1, row: 1, A: '1', B: '2' },
			{ table: 2, row: 1, C: '3' },
			{ table: 2, row: 2, C: '4' },
		]);
	});

	test('no name replaces another column', async () => {
		const data = [
			['page', 'x', 'x', '', 'confidence', 'fileName'].map((text) => cell(text)),
			['1a', '2a', '3a', '4a', '5a', '6a'].map((text) => cell(text)),
		];
		const [row] = await rowsOf('document/getTable', HEADER, data);
		expect(row).toMatchObject({
			...{ page: 1, cell_page: '1a', x: '2a', x_2: '3a', column4: '4a' },
			...{ cell_confidence: '5a', confidence: 0.95 },
		});
	});

	test('a bank statement has the columns of its page', async () => {
		expect(await rowsOf('document/bankStatement', HEADER)).toEqual(
			await rowsOf('document/bankStatement', {}),
		);
	});

	test('a table with one row keeps it', async () => {
		const data = [[cell('Tên'), cell('Giá')]];
		expect(await rowsOf('document/getTable', HEADER, data)).toEqual(
			await rowsOf('document/getTable', {}, data),
		);
	});

	test('cells with labels have names already', async () => {
		const data = [[{ ...cell('STT'), label: 'number' }], [{ ...cell('1'), label: 'number' }]];
		expect(await rowsOf('document/getTable', HEADER, data)).toMatchObject([
			{ row: 1, number: 'STT' },
			{ row: 2, number: '1' },
		]);
	});

	test('confidences and boxes have its names', async () => {
		const options = { ...HEADER, fieldConfidences: true, fieldBoxes: true };
		const [row] = await rowsOf('document/getTable', options);
		expect(row).toMatchObject({ Tên_confidence: 0.42, Giá_left: 10, column3_confidence: null });
	});

	test('a picture in the header stays with the table', async () => {
		const picture = { value: 'Ảnh', image: PNG.toString('base64') };
		const items = await itemsOf('document/getTable', HEADER, [[picture], [cell('a')], [cell('b')]]);
		expect(items.map(({ binary }) => Object.keys(binary ?? {}).length)).toEqual([1, 0]);
	});
});

describe('cards and vehicle registrations', () => {
	const rows = async (parameters: INodeParameters, data: unknown) =>
		(await documents(parameters, succeeded(data))).map(({ json }) => json);

	test('the dates of a card', async () => {
		const [row] = await rows({ ...VERIFY, options: NORMALIZED }, FRONT);
		expect(row).toMatchObject({ dob: '01/01/1990', dobIso: '1990-01-01', due_dateIso: null });
		const names = Object.keys(row);
		expect(names[names.indexOf('dob') + 1]).toBe('dobIso');
	});

	test('the dates of both sides', async () => {
		const [row] = await rows({ ...TWO_SIDES, options: NORMALIZED }, [FRONT, BACK]);
		expect(row).toMatchObject({
			...{ dobIso: '1990-01-01', issue_dateIso: '2022-02-02' },
			// Of the machine-readable zone: a year of two digits.
			...{ back_dob: '900101', back_dobIso: null },
		});
		const [off] = await rows(TWO_SIDES, [FRONT, BACK]);
		expect(Object.keys(row).filter((name) => name in off)).toEqual(Object.keys(off));
	});

	test('the dates of a registration', async () => {
		const back = side('vehicle_registration_back', { first_issue_date: '05/03/2015' }, {});
		const [row] = await rows({ ...REGISTRATION, options: NORMALIZED }, [back]);
		expect(row).toMatchObject({ first_issue_dateIso: '2015-03-05', last_issue_dateIso: null });
	});

	test('a card that was read well needs no review', async () => {
		const [row] = await rows({ ...VERIFY, options: REVIEWED }, FRONT);
		expect(row).toMatchObject({ needsReview: false, reviewReason: null });
		expect(Object.keys(row).slice(-3)).toEqual(['confidence', 'needsReview', 'reviewReason']);
	});

	test.each<[string, IDataObject, number, string]>([
		['a low field', {}, 0.95, 'name has a confidence of 0.91'],
		['a warning', PHOTOCOPY, 0.8, PHOTOCOPY.invalidMessage],
		[
			'no verdict',
			{ valid: '', invalidCode: '', invalidMessage: '' },
			0.8,
			'The provider gave no verdict',
		],
	])('%s', async (_, verdict, reviewBelow, reviewReason) => {
		const [row] = await rows({ ...VERIFY, options: { reviewBelow } }, { ...FRONT, ...verdict });
		expect(row).toMatchObject({ needsReview: true, reviewReason });
	});

	test('a card without confidences', async () => {
		const card = side('chip_id_card_front', { id: '1' });
		const [row] = await rows({ ...VERIFY, options: REVIEWED }, card);
		expect(row).toMatchObject({ needsReview: true, reviewReason: 'No confidence is known' });
	});

	test.each<[string, unknown[], number, string | null]>([
		['both read well', [FRONT, BACK], 0.8, null],
		['a low field of the back', [FRONT, BACK], 0.9, 'mrz (back) has a confidence of 0.87'],
		['the front alone', [FRONT], 0.8, 'No back was read. Back: not checked'],
		[
			'another person',
			[FRONT, { ...BACK, info: { ...BACK.info, person_number: '000000000002' } }],
			0.8,
			"The front's id differs from the back's person_number",
		],
	])('both sides, %s', async (_, data, reviewBelow, reviewReason) => {
		const [row] = await rows({ ...TWO_SIDES, options: { reviewBelow } }, data);
		expect(row).toMatchObject({ needsReview: reviewReason !== null });
		if (reviewReason === null) expect(row.reviewReason).toBeNull();
		else expect(row.reviewReason).toContain(reviewReason.split('. ')[0]);
	});

	test('a registration with a missing side', async () => {
		const front = side(
			'vehicle_registration_front',
			{ plate: '00A-000.03', plate_confidence: 0.9 },
			{},
		);
		const [row] = await rows({ ...REGISTRATION, options: REVIEWED }, [front]);
		expect(row).toMatchObject({ needsReview: true, reviewReason: 'No back was read' });
	});

	test('the response itself stays as it is', async () => {
		const options = { ...NORMALIZED, ...REVIEWED };
		expect(await rows({ ...VERIFY, simplify: false, options }, FRONT)).toEqual([succeeded(FRONT)]);
	});
});

describe('the catalogues', () => {
	const types = [...documentCatalogue, ...vehicleCatalogue].flatMap((entry) =>
		Object.keys(entry.types).map((type) => ({
			name: `${entry.value}/${type}`,
			columns: columnsOf(entry, type),
		})),
	);

	/** Years, names and numbers that are no amounts. */
	const NO_DATES = ['year_of_birth', 'manufactured_year', 'graduation_year'];
	const NO_AMOUNTS = ['vat_rate', 'percent_discount', 'tax', 'tax_code'];

	test.each(types.map((type) => [type.name, type] as const))(
		'%s: names its dates and amounts',
		(_, { columns }) => {
			const all = [
				...columns.fields,
				...Object.values(columns.lists).flatMap((list) => list.columns),
			];
			const { dates = '', amounts = '' } = columns.values;
			const isDate = (name: string) =>
				/(^|_)(date|dob|day|until)(_|$)|^ngay_|^report_time$/.test(name) &&
				!NO_DATES.includes(name);
			const isAmount = (name: string) =>
				/amount|(^|_)(total|price|quan[tl]ity|expenses|payment|balance|capital|value|shares|coin|vnd)$|^(debit|credit|discount)$|_debt$|^debt_sold/.test(
					name,
				) && !NO_AMOUNTS.includes(name);
			const known = (text: string) => text.split(/\s+/).filter((name) => all.includes(name));
			expect([...new Set(known(dates))].sort()).toEqual([...new Set(all.filter(isDate))].sort());
			expect(known(amounts)).toEqual(expect.arrayContaining(all.filter(isAmount)));
			// No name is a spelling mistake.
			expect(dates.split(/\s+/).filter((name) => name !== '' && !all.includes(name))).toEqual([]);
		},
	);
});

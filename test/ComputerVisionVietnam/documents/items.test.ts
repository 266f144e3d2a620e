import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BASE64, PNG } from '../../support/files';
import { textOf } from '../../support/runNode';
import { answerWith, run, succeeded } from '../vision';
import { ANSWERS, cell, field, SHORT_INVOICE } from './answers';

const XML = { ...BASE64, imageBase64: Buffer.from('<HDon/>').toString('base64') };

/** The items of an operation, for its documented answer or for other data. */
async function itemsOf(operation: string, parameters: INodeParameters = {}, data?: unknown) {
	answerWith(() => (data === undefined ? ANSWERS[operation] : succeeded(data)));
	const [resource, value] = operation.split('/');
	const { outputs, error } = await run({
		...{ resource, operation: value, output: undefined },
		...(value === 'invoiceXml' ? XML : BASE64),
		...parameters,
	});
	if (error) throw new Error(textOf(error));
	return outputs[0];
}

const rowsOf = async (...run: Parameters<typeof itemsOf>): Promise<IDataObject[]> =>
	(await itemsOf(...run)).map(({ json }) => json);

const INVOICE = {
	page: 1,
	type: 'invoice',
	date: '01/02/2024',
	form: '01GTKT0/001',
	invoice_no: '0000123',
	serial_no: 'AA/24E',
	supplier: 'CÔNG TY MẪU',
	tax_code: '0100000000',
	total_amount: '1.100.000',
	payment_method: 'TM/CK',
	sub_total: '1.000.000',
	vat_amount: '100.000',
	purchaser_name: 'CÔNG TY THỬ',
	lookup_website: 'https://example.com',
	lookup_code: 'ABC',
	buyer_name: null,
	supplier_address: '1 Phố Mẫu, Hà Nội',
	vat_rate: '10%',
	account_bank_account_no: '111; 222',
	account_bank_bank: 'Ngân hàng A; ',
};

const GOODS = {
	...{ number: '1', description: 'Giấy in', unit: 'Hộp', quantity: '2', unit_price: '300.000' },
	...{ amount_before_tax: '600.000', tax: null, tax_amount: null, amount_total: null },
	...{ batch_no: null, expired_date: null, name: null, coin: null },
};

describe.each(['document/invoice', 'document/invoiceXml'])('%s', (operation) => {
	test('a row a document, in the documented order, with its line items counted', async () => {
		const rows = await rowsOf(operation);
		expect(rows).toEqual([{ ...INVOICE, lineItems: 2, confidence: 0.77 }]);
		expect(Object.keys(rows[0])).toEqual([...Object.keys(INVOICE), 'lineItems', 'confidence']);
	});

	test('a row a line item, behind the fields of its document', async () => {
		const rows = await rowsOf(operation, { output: 'lineItems' });
		const own = { list: 'table', lineItemConfidence: 0.95, confidence: 0.77 };
		const none = Object.fromEntries(Object.keys(GOODS).map((name) => [name, null]));
		expect(rows).toEqual([
			{ ...INVOICE, ...own, lineItem: 1, ...GOODS },
			{
				...{ ...INVOICE, ...own, lineItem: 2, ...none },
				...{ number: '2', description: 'Mực in', quantity: '1' },
				...{ amount_total: '440.000', expired_date: '12/2025' },
			},
		]);
		expect(Object.keys(rows[1])).toEqual([
			...[...Object.keys(INVOICE), 'list', 'lineItem', ...Object.keys(GOODS)],
			...['lineItemConfidence', 'confidence'],
		]);
	});
});

test('pictures become files of the first row, under the names of the provider', async () => {
	const items = await itemsOf('document/invoice', { output: 'lineItems' });
	expect(items.map(({ binary }) => Object.keys(binary ?? {}).sort())).toEqual([
		['image', 'image_table'],
		[],
	]);
	expect(items[0].binary?.image).toMatchObject({ fileName: 'image.png', mimeType: 'image/png' });
	expect(items[0].binary?.image.data).toBe(PNG.toString('base64'));
});

test('the second picture of a name has a number', async () => {
	const [{ binary }] = await itemsOf('document/landCertificate');
	expect(Object.keys(binary!)).toEqual(['list_img', 'list_img_2']);
});

test('what is no picture stays a value, whatever its name', async () => {
	const info = { image: 'lost?', image_table: 'not one', image_count: 2 };
	const [{ json, binary }] = await itemsOf('document/invoice', {}, [{ type: 'invoice', info }]);
	expect(json).toMatchObject(info);
	expect(binary).toBeUndefined();
});

test('the invoice of a picture has goods, and the verdict of the provider', async () => {
	const [row] = await rowsOf('document/invoice', {}, [SHORT_INVOICE]);
	expect(row).toMatchObject({ type: 'invoice', valid: true, invoice_no: '7', lineItems: 2 });
	const goods = await rowsOf('document/invoice', { output: 'lineItems' }, [SHORT_INVOICE]);
	expect(goods).toMatchObject([
		{ invoice_no: '7', list: 'info_goods', lineItem: 1, name: 'Cà phê', coin: '30.000' },
		{ invoice_no: '7', list: 'info_goods', lineItem: 2, name: 'Trà', coin: '20.000' },
	]);
});

test('options add what was measured of fields and of line items', async () => {
	const options = { fieldConfidences: true, fieldBoxes: true };
	const [row] = await rowsOf('document/invoice', { options });
	expect(row).toMatchObject({
		...{ date_confidence: 0.97, buyer_name_confidence: 0.9, date_left: 10, date_bottom: 40 },
		...{ account_bank_account_no_confidence: '0.88; 0.77', account_bank_account_no_top: '20; 20' },
	});
	const [item] = await rowsOf('document/invoice', { output: 'lineItems', options });
	expect(item).toMatchObject({ description_confidence: 0.95, description_right: 110 });
	expect(item).toMatchObject({ expired_date_confidence: null, expired_date_left: null });
});

test('Field Boxes adds the page of a field where the provider tells it', async () => {
	const [without] = await rowsOf('document/creditReport');
	expect(Object.keys(without)).not.toContain('cic_code_id');
	const [row] = await rowsOf('document/creditReport', { options: { fieldBoxes: true } });
	expect(row).toMatchObject({ report_time_id: 0, cic_code_id: 1, id_card_id: null });
});

test('fields that the provider added come behind the documented ones', async () => {
	const info = {
		supplier: 'A',
		seller_bank: { name: 'B', branch: { city: 'C' } },
		tags: ['x', 'y'],
	};
	const [row] = await rowsOf('document/invoice', {}, [{ type: 'invoice', info }]);
	const names = Object.keys(row);
	expect(names.slice(names.indexOf('account_bank_bank') + 1)).toEqual([
		...['seller_bank_name', 'seller_bank_branch_city', 'tags', 'lineItems', 'confidence'],
	]);
	expect(row).toMatchObject({ seller_bank_branch_city: 'C', tags: 'x; y' });
});

test('a name that the row has already gets a prefix, and replaces nothing', async () => {
	const info = { lineItems: 'a', page: 'b', confidence: 0.1, fileName: 'c', list: 'd' };
	const [row] = await rowsOf('document/invoice', {}, [{ type: 'invoice', info }]);
	expect(row).toMatchObject({
		...{ page: 1, lineItems: 0, confidence: null, info_lineItems: 'a', info_page: 'b' },
		...{ document_confidence: 0.1, info_list: 'd' },
	});
});

test('bank statement: a row a transaction, counted by page and table', async () => {
	const rows = await rowsOf('document/bankStatement');
	expect(rows).toEqual([
		{
			...{ page: 1, table: 1, row: 1, date: '01/03/2024', description: 'Lương', debit: null },
			...{ credit: '5.000.000', balance: '6.000.000', confidence: 0.7 },
		},
		{
			...{ page: 1, table: 1, row: 2, date: '02/03/2024', description: 'Tiền điện' },
			...{ debit: '500.000', credit: null, balance: '5.500.000', confidence: 0.95 },
		},
		{
			...{ page: 1, table: 2, row: 1, date: '03/03/2024', description: 'Phí', debit: '1.000' },
			...{ credit: null, balance: '5.499.000', confidence: 0.95 },
		},
		{
			...{ page: 2, table: 1, row: 1, date: '04/03/2024', description: 'Lãi', debit: null },
			...{ credit: '10', balance: '5.499.010', confidence: 0.95 },
		},
	]);
	const pictures = (await itemsOf('document/bankStatement')).map(({ binary }) =>
		Object.keys(binary ?? {}),
	);
	expect(pictures).toEqual([['image_table', 'image_table_2'], [], [], ['image_table']]);
});

test('a sixth cell of a statement has a column of its own', async () => {
	const row = ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => cell(value));
	const short = [cell('g')];
	const rows = await rowsOf('document/bankStatement', {}, [{ json: [[row, short]] }]);
	expect(rows).toMatchObject([
		{ date: 'a', balance: 'e', column6: 'f' },
		{ date: 'g', balance: null, column6: null },
	]);
});

const TABLE = [
	[cell('Tên'), cell('Giá')],
	[cell('Bút'), cell(5), cell('mới')],
];
const TABLE_ROWS = [
	{ page: 1, table: 1, row: 1, column1: 'Tên', column2: 'Giá', column3: null, confidence: 0.95 },
	{ page: 1, table: 1, row: 2, column1: 'Bút', column2: 5, column3: 'mới', confidence: 0.95 },
];

test.each([
	['a list of rows', TABLE],
	['an object with the rows', { image: '', json: TABLE }],
	['a list of objects with the rows', [{ image: '', json: TABLE }]],
	['a list of objects with the tables', [{ image: '', json: [TABLE] }]],
	['an object per row', TABLE.map((json) => ({ image: '', json }))],
	['a list with an object per row', TABLE.map((json) => [{ image: '', json }])],
])('the page on tables contradicts itself: %s', async (_, data) => {
	expect(await rowsOf('document/getTable', {}, data)).toEqual(TABLE_ROWS);
});

test('claim file: each document with the columns of its type, and its pages', async () => {
	const rows = await rowsOf('document/claims');
	expect(rows).toMatchObject([
		{
			type: 'invoice',
			pages: '0; 1',
			buyer_name: 'NGUYỄN VĂN MẪU',
			valid_seals: true,
			lineItems: 1,
		},
		{ type: 'list_expense', pages: 2, icd_10_icd: 'J00; J01', table_page_table: 2, lineItems: 2 },
		{ type: 'prescription', pages: 3, diagnose: 'Cảm lạnh', lineItems: 1 },
		// Not the verdict on a picture, but how long the card is valid.
		{ type: 'bvcard', pages: 4, name: 'MẪU', info_valid: '2025', lineItems: 0 },
		{ type: 'chip_id_card_back', pages: 5, issue_date: '02/02/2022', lineItems: 0 },
	]);
	expect(Object.keys(rows[3])).not.toContain('valid');
});

test('claim file: goods, expenses and drugs as line items; a card has a row, too', async () => {
	const rows = await rowsOf('document/claims', { output: 'lineItems' });
	expect(rows).toMatchObject([
		{ type: 'invoice', list: 'table', lineItem: 1, description: 'Khám bệnh' },
		{
			...{ type: 'list_expense', list: 'table.info_table', lineItem: 1, description: 'Thuốc A' },
			...{ amount_paid_by_patient: '100.000', quantity: '2', unit_price: '50.000' },
		},
		{ type: 'list_expense', lineItem: 2, description: 'Thuốc B' },
		{ type: 'prescription', gender: 'Nam', drug: 'Thuốc A', quanlity: '10', item_gender: 'Nam' },
		{ type: 'bvcard', list: null, lineItem: null, lineItemConfidence: null },
		{ type: 'chip_id_card_back', list: null, lineItem: null },
	]);
	// The page says that the score of a drug is that of its name.
	expect(rows[3]).toMatchObject({ lineItemConfidence: 0.4 });
});

test('a claim file with one document has no list', async () => {
	const data = { info: field('diagnose', 'Cảm lạnh') };
	const [row] = await rowsOf('document/claims', {}, data);
	expect(row).toEqual({
		...{ type: null, pages: null, diagnose: 'Cảm lạnh', lineItems: 0, confidence: 0.9 },
	});
});

test('credit report: the rows of all its tables, with the cells under their names', async () => {
	const rows = await rowsOf('document/creditReport', { output: 'lineItems' });
	expect(rows.map(({ list }) => list)).toEqual([
		...['loan_details', 'credit_card_info', 'outstanding_loans', 'bad_debt', 'late_payments'],
		...['loan_guarantee', 'credit_contract', 'customers_look_up'],
	]);
	expect(rows[0]).toMatchObject({
		...{ cic_code: '0000000001', organization_name: 'Ngân hàng Mẫu', total_vnd: '30' },
		...{ debt_types_debt_name: 'Nợ ngắn hạn; Nợ dài hạn', debt_types_debt: '10; 20' },
		...{ lineItemConfidence: 0.6 },
	});
	expect(rows[3]).toMatchObject({ last_date: '2020', organization: 'Ngân hàng Mẫu' });
});

test('employee profile: a row a document, and one for each page that was not read', async () => {
	const items = await itemsOf('document/employeeProfile');
	expect(items.map(({ json }) => json)).toMatchObject([
		{ type: 'id_card', name: 'LÊ VĂN THỬ', id: '1', lineItems: 0 },
		{ type: 'registration_book', book_number: '55', lineItems: 2 },
		{ type: 'curriculum_vitae', work_experience: '2010 A; 2015 B' },
		{ type: 'confirm_residence', head_id: '9', name: 'LÊ VĂN THỬ', lineItems: 1 },
		{ type: 'image_negative', id_negative: 4 },
		{ type: 'image_negative', id_negative: 7 },
	]);
	expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
		...[['image_front'], ['image', 'image_member'], [], [], ['image_negative'], ['image_negative']],
	]);
	const members = await rowsOf('document/employeeProfile', { output: 'lineItems' });
	// The person of the document and the member have a name each.
	expect(members[4]).toMatchObject({ name: 'LÊ VĂN THỬ', item_name: 'LÊ THỊ MẪU', id_card: '2' });
});

test('garage quotation: parts as line items', async () => {
	const rows = await rowsOf('document/priceQuotation', { output: 'lineItems' });
	expect(rows).toMatchObject([
		{ number_plate: '00A-000.01', description: 'Gương', quantity: '1', lineItemConfidence: 0.35 },
		{ number_plate: '00A-000.01', description: 'Sơn', quantity: null, lineItemConfidence: 0.9 },
	]);
});

test('land-use certificate: owners keep their places in joined lists', async () => {
	expect(await rowsOf('document/landCertificate')).toEqual([
		{
			...{ type: 'giay_cnqshdd_mau_1', so_so: 'AA 000001', noi_cap: 'UBND Mẫu' },
			...{ ngay_cap: '01/01/2015', so_vao_so: 'CH0001', thong_tin_thua_dat: 'Thửa 1, tờ 2' },
			...{ thong_tin_nha_o: null, thong_tin_ghi_chu: null },
			noi_dung_chu_dat_ten: 'NGUYỄN VĂN MẪU; TRẦN THỊ THỬ',
			noi_dung_chu_dat_nam_sinh: '1970; ',
			noi_dung_chu_dat_so_cmt: '000000001; 000000002',
			noi_dung_chu_dat_dia_chi: 'Hà Nội; Hà Nội',
			confidence: 0.66,
		},
	]);
});

test('claim pages: the kind of each page, counted from 1', async () => {
	expect(await rowsOf('document/getLabelClaim')).toEqual([
		{ page: 1, id: 0, label: 'invoice', confidence: null },
		{ page: 2, id: 1, label: null, confidence: null },
	]);
});

test('vehicle papers: each page with the columns of its type', async () => {
	const rows = await rowsOf('vehicle/vehicle', { options: { allFields: true } });
	expect(rows).toMatchObject([
		{ page: 1, type: 'picertificate', chassis_number: 'KHUNG1', info_type: 'ô tô con' },
		// Of two spellings of the page, the first one.
		{ page: 2, type: 'vehicle_registration_back', address_ward: 'Phường Mẫu', engine: null },
		{ page: 3, type: 'driving_license', id: '1', class: 'B2', due_date: null },
	]);
});

test('All Fields adds the parts of places', async () => {
	const parts = ['regis_place_town', 'regis_place_ward_code'];
	const [few] = await rowsOf('document/birthCertificate');
	expect(Object.keys(few)).not.toEqual(expect.arrayContaining([parts[0]]));
	const [many] = await rowsOf('document/birthCertificate', { options: { allFields: true } });
	expect(Object.keys(many)).toEqual(expect.arrayContaining(parts));
	expect(few).toMatchObject({ regis_place: 'Phường Mẫu, Quận Mẫu, Hà Nội' });
});

test('number plate and business registration have the verdict of the provider', async () => {
	expect(await rowsOf('vehicle/vehiclePlate')).toEqual([
		{
			...{ type: 'vehicle_plate', valid: true, invalidCode: null, invalidMessage: null },
			...{ plate: '00A-000.03', confidence: null },
		},
	]);
	const [row] = await rowsOf('document/businessRegistration');
	expect(row).toMatchObject({ valid: true, company_name: 'giá trị company_name' });
});

test('remarks of the provider stand behind the columns', async () => {
	answerWith(() => ({ ...ANSWERS['document/getTable'], Exception: { a: 1 } }));
	const { outputs } = await run({
		...{ resource: 'document', operation: 'getTable', output: 'rows', ...BASE64 },
	});
	expect(outputs[0][0].json).toMatchObject({ column1: 'Tên', Exception: '{"a":1}' });
});

/*
 * Documents of all providers from a file to a sheet: n8n reads the file, the node reads the document,
 * n8n writes an Excel and a CSV file, and both have what is printed on the specimen.
 */
import type { INodeParameters } from 'n8n-workflow';

import { chain } from '../local-n8n/chain';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import type { WorkflowJson } from '../local-n8n/workflows';
import type { SheetRow } from './support/sheet';
import { rowsOfCsv, rowsOfExcel } from './support/sheet';
import type { Stage } from './support/stage';
import { setStage, STAGE_TIMEOUT } from './support/stage';
import { readFile } from './support/workflow';

const NODES = {
	'Computer Vision Vietnam': ['computerVisionVietnam', 'computerVisionVietnamApi'],
	'NHN Cloud': ['nhnCloudOcr', 'nhnCloudOcrApi'],
	'Tencent Cloud': ['tencentCloudOcr', 'tencentCloudApi'],
} as const;

/** Resource and operation, or an output that is not the standard one, too. */
type Operation = `${string}/${string}` | `${string}/${string}/${string}`;

/** Each row: a provider, what it reads of a file, more parameters, and what is printed there. */
type Document = [
	provider: keyof typeof NODES,
	operation: Operation,
	file: string,
	parameters: INodeParameters,
	printed: SheetRow[],
];

const INVOICE = {
	...{ date: '01/02/2024', invoice_no: '0000123', serial_no: 'AA/24E', supplier: 'CÔNG TY MẪU' },
	...{ tax_code: '0000000001', purchaser_name: 'CÔNG TY THỬ NGHIỆM', sub_total: '1.000.000' },
	...{ vat_rate: '10%', vat_amount: '100.000', total_amount: '1.100.000' },
};

const GOODS = [
	{
		...{ lineItem: 1, number: '1', description: 'Giấy mẫu', unit: 'Hộp' },
		...{ quantity: '2', unit_price: '300.000', amount_total: '600.000' },
	},
	{
		...{ lineItem: 2, number: '2', description: 'Bút thử', unit: 'Cây' },
		...{ quantity: '40', unit_price: '10.000', amount_total: '400.000' },
	},
];

/** A transaction of a bank statement. */
const transaction = (page: number, row: number, ...cells: string[]): SheetRow => {
	const [date, description, debit, credit, balance] = cells;
	return { page, table: 1, row, date, description, debit, credit, balance };
};

// prettier-ignore
const DOCUMENTS: Document[] = [
	['Computer Vision Vietnam', 'document/invoice', 'invoice.png', {}, [{ ...INVOICE, lineItems: 2 }]],
	['Computer Vision Vietnam', 'document/invoice/lineItems', 'invoice.png', {}, GOODS.map((line) => ({ ...INVOICE, ...line }))],
	['Computer Vision Vietnam', 'document/invoiceXml/lineItems', 'electronic_invoice.xml', {}, GOODS.map((line) => ({ ...INVOICE, ...line }))],
	['Computer Vision Vietnam', 'document/bankStatement', 'bank_statement.pdf', {}, [
		transaction(1, 1, '29/02/2024', 'Tiền thuê', '3.000.000', '', '1.500.000'),
		transaction(1, 2, '01/03/2024', 'Lương, tháng 2', '', '5.000.000', '6.500.000'),
		transaction(2, 1, '04/03/2024', 'Tiền điện', '500.000', '', '6.000.000'),
	]],
	['Computer Vision Vietnam', 'document/businessRegistration', 'business_registration.png', {}, [{ valid: true, company_name: 'CÔNG TY THỬ NGHIỆM', business_code: '0000000002', regis_date: '06/06/2020', address: '3 Phố Mẫu, Tưởng Tượng', authorized_capital: '1.000.000.000', representative_name: 'TRẦN THỊ THỬ' }]],
	['Computer Vision Vietnam', 'document/birthCertificate', 'birth_certificate.png', {}, [{ name: 'NGUYỄN VĂN BÉ', dob: '07/07/2020', gender: 'Nam', father_name: 'NGUYỄN VĂN MẪU', mother_name: 'TRẦN THỊ THỬ', number: '12', regis_place: 'Ủy ban Ví Dụ, Tưởng Tượng' }]],
	['Computer Vision Vietnam', 'document/priceQuotation/lineItems', 'garage_quotation.png', {}, ['Gương mẫu', 'Sơn thử'].map((description) => ({ name_of_garage: 'GARA MẪU', total_amount: '990.000', description, unit_price: '450.000' }))],
	['Computer Vision Vietnam', 'document/landCertificate', 'land_certificate.png', {}, [{ so_so: 'AA 000001', ngay_cap: '08/08/2015', noi_dung_chu_dat_ten: 'NGUYỄN VĂN MẪU; TRẦN THỊ THỬ', noi_dung_chu_dat_nam_sinh: '1970; 1972' }]],
	['Computer Vision Vietnam', 'document/getTable', 'price_table.png', {}, [{ column1: 'Bút thử', column2: '5', column3: 'mới' }, { column1: 'Vở mẫu', column2: '7', column3: '' }]],
	['Computer Vision Vietnam', 'vehicle/vehicleInspection', 'vehicle_inspection.png', {}, [{ registration_number: '00A-000.03', mark: 'MAUXE', valid_until: '12/12/2026' }]],
	['NHN Cloud', 'document/business', 'korean_business_registration.png', {}, [{ 등록번호: '000-00-00001', 상호: '견본상회', 성명: '홍견본', 사업장소재지: '서울특별시 가상구 견본로 1' }]],
	['NHN Cloud', 'document/business', 'korean_business_registration.pdf', {}, [{ 등록번호: '000-00-00001', 상호: '견본상회', 개업연월일: '2020년 01월 31일', 업태: '소매업' }]],
	['NHN Cloud', 'document/creditCard', 'credit_card.png', {}, [{ totalCardNum: '0000111122223333', validThru: '01/30' }]],
	['NHN Cloud', 'identityCard/extract', 'resident_card.png', {}, [{ name: '홍견본', residentNumber: '000000-0000001', issueDate: '2020.1.31', issuer: '견본시장' }]],
	['NHN Cloud', 'identityCard/extractStandAlone', 'driver_license.png', {}, [{ driverLicenseNumber: '00-00-000000-01', licenseType: '1종보통/2종소형', name: '김견본', issueDate: '2021.02.03' }]],
	['Tencent Cloud', 'document/generalInvoice', 'chinese_vat_invoice.png', {}, [{ Code: '0000000001', Number: '00000007', Date: '2024年03月05日', Buyer: '测试公司', Seller: '样本公司', PretaxAmount: '¥1000.00', Tax: '¥60.00', Total: '¥1060.00', lineItems: 2 }]],
	['Tencent Cloud', 'document/bankCard', 'chinese_bank_card.png', {}, [{ CardNo: '6200000000000000', BankInfo: '样本银行(00000000)', ValidDate: '08/2030', CardType: '借记卡', CardName: '样本卡' }]],
	['Tencent Cloud', 'document/idCard', 'chinese_id_card.png', {}, [{ Name: '样本', Sex: '女', Nation: '汉', Birth: '1990/1/2', Address: '样本市样本路1号', IdNum: '000000199001020000' }]],
	['Tencent Cloud', 'document/extractDocMulti/lineItems', 'trade_invoice.png', {}, [{ Seller: 'Sample Trading Ltd', Total: '1060.00', Item: 'Paper', Quantity: '12', Price: '50.00', Amount: '600.00' }, { Seller: 'Sample Trading Ltd', Total: '1060.00', Item: 'Pencils', Quantity: '46', Price: '10.00', Amount: '460.00' }]],
	['Tencent Cloud', 'document/tableAccurate', 'price_list.png', { options: { firstRowIsHeader: true } }, [{ Item: 'Rye bread', Unit: 'loaf', Price: '3.20' }, { Item: 'Whole milk', Unit: 'litre', Price: '2.58' }, { Item: 'Ground coffee', Unit: 'pound', Price: '5.49' }]],
	['Tencent Cloud', 'document/vin', 'vehicle_number.png', {}, [{ Vin: 'LTEKHMEN7XA234967' }]],
	['Tencent Cloud', 'identityDocument/extract', 'identity_hk_id_card.png', { document: 'HKIDCardOCR' }, [{ document: 'HKIDCardOCR', EnName: 'SPECIMEN, Sam', Birthday: '01-01-1985', IdNum: 'A000000(0)' }]],
	['Tencent Cloud', 'identityDocument/extract', 'identity_mlid_passport.png', { document: 'MLIDPassportOCR' }, [{ ID: 'L000000AA', Name: 'SPECIMEN ESTHER', DateOfExpiration: '20310726', PassportRecognizeInfos_BirthPlace: 'NOWHERE' }]],
];

let stage: Stage;
let credentials: Awaited<ReturnType<typeof saveSandboxCredentials>>;

beforeAll(async () => {
	stage = await setStage();
	credentials = await saveSandboxCredentials(stage.n8n, stage.sandbox);
}, STAGE_TIMEOUT);
afterAll(async () => await stage?.stop());

/** A workflow that reads a document and writes what the node gives as an Excel and a CSV file. */
function toSheets([provider, operation, file, parameters]: Document): WorkflowJson {
	const [type, credentialType] = NODES[provider];
	const [resource, value, output] = operation.split('/');
	const ocr = {
		name: 'OCR',
		type: `n8n-nodes-cloud-ocr.${type}`,
		parameters: { resource, operation: value, ...(output && { output }), ...parameters },
		credentials: { [credentialType]: credentials[credentialType] },
	};
	const convert = (format: string) => ({
		name: format,
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: { operation: format, options: {} },
	});
	const workflow = chain(readFile(stage.sample(file)), ocr, convert('xlsx'), convert('csv'));
	// Both behind the OCR node, instead of one behind the other.
	const [behindOcr] = workflow.connections.OCR.main;
	behindOcr!.push({ ...behindOcr![0], node: 'csv' });
	delete workflow.connections.xlsx;
	return workflow;
}

/** A row as a CSV file has it. */
const asTexts = (row: SheetRow): SheetRow =>
	Object.fromEntries(
		Object.entries(row).map(([name, cell]) => [
			name,
			typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell),
		]),
	);

test.each(DOCUMENTS)('%s %s of %s', async (...document) => {
	const [, , file, , printed] = document;
	const { nodes, error } = await stage.n8n.workflows.run(toSheets(document));
	expect(error).toBeUndefined();

	const contentsOf = async (format: string) =>
		await stage.n8n.readBinary(nodes[format].main[0][0].binary!.data);
	const excel = await rowsOfExcel(await contentsOf('xlsx'));
	expect(excel).toMatchObject(printed.map((row) => ({ fileName: file, ...row })));
	expect(excel).toHaveLength(printed.length);
	expect(await rowsOfCsv(await contentsOf('csv'))).toEqual(excel.map(asTexts));

	// Each cell of the items is in the sheet, and each row has all columns.
	const items = nodes.OCR.main[0].map(({ json }) =>
		Object.entries(json).map(([name, cell]) => [name, cell ?? '']),
	);
	expect(excel.map((row) => Object.entries(row))).toEqual(items);
});

test('ten types of documents, of all providers', () => {
	const types = DOCUMENTS.map(([provider, operation]) =>
		[provider, ...operation.split('/', 2)].join('/'),
	);
	expect(new Set(types).size).toBeGreaterThanOrEqual(10);
	expect(new Set(DOCUMENTS.map(([provider]) => provider))).toEqual(new Set(Object.keys(NODES)));
});

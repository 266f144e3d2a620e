import type { IDataObject } from 'n8n-workflow';

import { PNG } from '../../support/files';
import { REQUEST_ID } from '../tencent';

/*
 * An answer per operation of the resource Document, built like the samples of the documentation. The
 * values are made up.
 */

export const PICTURE = PNG.toString('base64');

/** The beginning of an XLSX file: a ZIP file whose first file is the list of its parts. */
export const EXCEL = Buffer.concat([
	Buffer.from('PK\x03\x04'),
	Buffer.alloc(26),
	Buffer.from('[Content_Types].xml'),
]).toString('base64');

export const said = (Response: IDataObject): { Response: IDataObject } => ({
	Response: { ...Response, RequestId: REQUEST_ID },
});

const point = (X: number, Y: number) => ({ X, Y });

/** The corners of an upright rectangle. */
export const corners = (left: number, top: number, right: number, bottom: number) => ({
	LeftTop: point(left, top),
	RightTop: point(right, top),
	RightBottom: point(right, bottom),
	LeftBottom: point(left, bottom),
});

export const field = (
	AutoName: string,
	AutoContent: string,
	ConfigName: string | null = null,
	Coord: IDataObject | null = corners(10, 20, 110, 40),
): IDataObject => ({ Key: { AutoName, ConfigName }, Value: { AutoContent, Coord } });

/** A group, of lines of fields. */
export const group = (...lines: IDataObject[][]): IDataObject => ({
	Groups: lines.map((Lines) => ({ Lines })),
});

const word = (DetectedText: string) => ({ DetectedText, Coord: corners(1, 2, 3, 4) });

export const ASKED = said({
	Angle: 0.5,
	StructuralList: [
		group([field('Invoice No.', 'INV-7', 'Invoice number')]),
		group([field('Date', '2024-03-05', 'Date'), field('Seller', 'Sample Ltd')]),
		group(
			[field('Item', 'Paper'), field('Qty', '2'), field('Amount', '6.00', 'Amount')],
			[field('Item', 'Ink'), field('Qty', '1'), field('Amount', '4.40', 'Amount')],
		),
	],
	WordList: [word('INVOICE'), word('INV-7')],
	TokenNum: 42,
});

const corner4 = [point(1, 1), point(9, 1), point(9, 9), point(1, 9)];

/** A cell of a table: rows and columns count from 0, and the last ones are exclusive. */
export const cell = (
	Text: string,
	[RowTl, ColTl, RowBr, ColBr]: [number, number, number, number],
	Confidence = Text === '' ? 0 : 100,
): IDataObject => ({
	...{ ColTl, RowTl, ColBr, RowBr, Text, Type: 'body', Confidence },
	Polygon: corner4,
});

export const TABLE = said({
	TableDetections: [
		{
			Cells: [cell('PRICES', [0, 0, 1, 1])],
			Type: 0,
			TableCoordPoint: corner4,
		},
		{
			Cells: [
				cell('', [0, 0, 1, 1]),
				cell('2023', [0, 1, 1, 2]),
				cell('2024', [0, 2, 1, 4]),
				cell('Total', [1, 0, 2, 1]),
				cell('1,200.50', [1, 1, 2, 2], 97.5),
				cell('1,300\n(net)', [1, 2, 2, 4]),
				cell('Tax', [2, 0, 4, 1]),
				cell('12', [2, 1, 3, 2]),
				cell('13', [2, 2, 3, 3]),
				cell('14', [2, 3, 3, 4]),
				cell('22', [3, 1, 4, 2], 60),
				cell('23', [3, 2, 4, 3]),
			],
			Type: 1,
			TableCoordPoint: corner4,
		},
		{ Cells: [cell('a', [0, 0, 1, 1]), cell('b', [0, 1, 1, 2])], Type: 2, TableCoordPoint: null },
	],
	Data: EXCEL,
	PdfPageSize: 0,
	Angle: 0,
});

const NO_INVOICE = {
	...{ AirTransport: null, BusInvoice: null, OtherInvoice: null, TaxiTicket: null },
	...{ TollInvoice: null, TrainTicket: null, VatCommonInvoice: null, VatSpecialInvoice: null },
};

export const VAT = {
	...{ Title: '样本增值税专用发票', Code: '0000000001', Number: '00000007' },
	...{ Date: '2024年03月05日', PretaxAmount: '¥1000.00', Tax: '60.00', Total: '¥1060.00' },
	...{ Seller: '样本公司', Buyer: '测试公司', QRCodeMark: 0, CompanySealMark: 1, TravelTax: '' },
	VatInvoiceItemInfos: [
		{ Name: '样本服务', Quantity: '2', Price: '300', Total: '600.00', TaxRate: '6%', Tax: '36.00' },
		{ Name: '测试服务', Quantity: '', Price: '', Total: '400.00', TaxRate: '6%', Tax: '24.00' },
	],
};

const about = (SubType: string, Type: number, left: number) => ({
	...{ Code: 'OK', Type, SubType, TypeDescription: '发票', SubTypeDescription: '样本发票' },
	...{ Polygon: corners(left, 5, left + 90, 55), Angle: 0.25, Page: 1, CutImage: '' },
});

export const INVOICES = said({
	MixedInvoiceItems: [
		{
			...about('VatSpecialInvoice', 3, 5),
			SingleInvoiceInfos: { ...NO_INVOICE, VatSpecialInvoice: VAT },
			CutImage: PICTURE,
		},
		{
			...about('TrainTicket', 2, 105),
			SingleInvoiceInfos: {
				...NO_INVOICE,
				TrainTicket: { DateGetOn: '2024年03月06日', StationGetOn: '样本', Total: '46.50' },
			},
		},
		{
			...about('OtherInvoice', -1, 205),
			SingleInvoiceInfos: {
				...NO_INVOICE,
				OtherInvoice: {
					Title: '收据',
					Total: '5.00',
					OtherInvoiceListItems: [{ Name: '编号', Value: '9' }],
					OtherInvoiceTableItems: [
						{
							OtherInvoiceItemList: [
								{ Name: '项目', Value: '茶' },
								{ Name: '金额', Value: '5.00' },
							],
						},
					],
				},
			},
		},
		{
			...about('', -1, 305),
			Code: 'FailedOperation.UnsupportedInvoice',
			SingleInvoiceInfos: NO_INVOICE,
		},
	],
	TotalPDFCount: 1,
});

const PLATE = {
	...{ Number: '京A00000', Confidence: 99, Color: '蓝' },
	Rect: { X: 426, Y: 423, Width: 135, Height: 66 },
};

const SEAL = {
	...{ SealBody: '样本公司', OtherTexts: ['财务专用章', '000'], SealShape: '0' },
	Location: { X: 143, Y: 78, Width: 98, Height: 98 },
};

/** By operation. */
export const ANSWERS: Record<string, { Response: IDataObject }> = {
	bankCard: said({
		...{ CardNo: '6200000000000000', BankInfo: '样本银行(00000000)', ValidDate: '08/2030' },
		...{ CardType: '借记卡', CardName: '样本卡', BorderCutImage: PICTURE, CardNoImage: null },
		...{ WarningCode: [-9112, -9113], QualityValue: 88 },
	}),
	extractDocMulti: ASKED,
	smartStructural: said({
		Angle: 0,
		StructuralList: [
			group([field('Name', 'Sample', null, null)]),
			// The sample of the documentation lacks a corner.
			group([
				field('Sex', 'F', null, {
					LeftTop: point(1, 2),
					RightTop: point(9, 2),
					RightBottom: point(9, 8),
				}),
			]),
		],
		WordList: [{ DetectedText: 'Sample', Coord: {} }],
	}),
	idCard: said({
		...{ Name: '样本', Sex: '女', Nation: '汉', Birth: '1990/1/2', Address: '样本市样本路1号' },
		...{ IdNum: '000000199001020000', Authority: '', ValidDate: '' },
		AdvancedInfo: JSON.stringify({
			...{ IdCard: PICTURE, Portrait: PICTURE, Quality: 80, WarnInfos: [-9102] },
		}),
	}),
	generalInvoice: INVOICES,
	licensePlate: said({
		...PLATE,
		LicensePlateInfos: [
			PLATE,
			{ ...PLATE, Number: '沪B00000', Confidence: 71, Rect: { X: 1, Y: 2, Width: 3, Height: 4 } },
		],
	}),
	seal: said({ ...SEAL, SealInfos: [SEAL] }),
	tableAccurate: TABLE,
	table: said({
		TextDetections: [
			{ ...cell('Header', [-1, -1, -1, -1], 53), Type: 'header', AdvancedInfo: '{}' },
			{ ...cell('No.', [0, 0, 1, 1]), AdvancedInfo: '{}' },
			{ ...cell('Goods', [0, 1, 1, 2]), AdvancedInfo: '{}' },
			{ ...cell('1', [1, 0, 2, 1]), AdvancedInfo: '{}' },
			{ ...cell('Tea', [1, 1, 2, 2], 88), AdvancedInfo: '{}' },
		],
		Data: EXCEL,
	}),
	vin: said({ Vin: 'SAMPLE00000000000' }),
};

/** Those in which only documented names are columns. */
export const SHORT_ANSWERS = {
	...ANSWERS,
	extractDocMulti: said({ Angle: 0, StructuralList: [], TokenNum: 0 }),
	smartStructural: said({ Angle: 0, StructuralList: [] }),
};

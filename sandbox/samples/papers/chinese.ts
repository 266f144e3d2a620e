import type { Paper } from './paper';

/** Nobody and nothing on these papers exists. The names are those of Tencent Cloud. */
const PAPERS = {
	vatInvoice: {
		file: 'chinese_vat_invoice',
		title: '样本增值税专用发票',
		fields: [
			['Code', '发票代码', '0000000001'],
			['Number', '发票号码', '00000007'],
			['Date', '开票日期', '2024年03月05日'],
			['Buyer', '购买方', '测试公司'],
			['BuyerTaxID', '购买方税号', '000000000000000001'],
			['Seller', '销售方', '样本公司'],
			['SellerTaxID', '销售方税号', '000000000000000002'],
			['PretaxAmount', '合计金额', '¥1000.00'],
			['Tax', '合计税额', '¥60.00'],
			['Total', '价税合计', '¥1060.00'],
		],
		table: {
			columns: ['Name', 'Unit', 'Quantity', 'Price', 'Total', 'TaxRate', 'Tax'],
			rows: [
				['样本纸', '盒', '2', '300.00', '600.00', '6%', '36.00'],
				['测试笔', '支', '40', '10.00', '400.00', '6%', '24.00'],
			],
		},
	},
	bankCard: {
		file: 'chinese_bank_card',
		title: '样本银行',
		fields: [
			['CardNo', '卡号', '6200000000000000'],
			['BankInfo', '银行', '样本银行(00000000)'],
			['ValidDate', '有效期', '08/2030'],
			['CardType', '类型', '借记卡'],
			['CardName', '名称', '样本卡'],
		],
	},
	idCard: {
		file: 'chinese_id_card',
		title: '居民身份证',
		fields: [
			['Name', '姓名', '样本'],
			['Sex', '性别', '女'],
			['Nation', '民族', '汉'],
			['Birth', '出生', '1990/1/2'],
			['Address', '住址', '样本市样本路1号'],
			['IdNum', '公民身份号码', '000000199001020000'],
		],
	},
	plate: {
		file: 'chinese_plate',
		title: '样本车牌',
		fields: [['Number', '车牌', '京A00000']],
	},
	seal: {
		file: 'chinese_seal',
		title: '样本印章',
		fields: [['SealBody', '印章', '样本公司']],
	},
	vehicleNumber: {
		file: 'vehicle_number',
		title: 'VEHICLE IDENTIFICATION NUMBER',
		fields: [['Vin', 'VIN', 'LTEKHMEN7XA234967']],
	},
	tradeInvoice: {
		file: 'trade_invoice',
		title: 'COMMERCIAL INVOICE',
		fields: [
			['Invoice number', 'Invoice number', 'INV-0007'],
			['Date', 'Date', '2024-03-05'],
			['Seller', 'Seller', 'Sample Trading Ltd'],
			['Buyer', 'Buyer', 'Example Imports Ltd'],
			['Total', 'Total', '1060.00'],
		],
		table: {
			columns: ['Item', 'Quantity', 'Price', 'Amount'],
			rows: [
				['Paper', '12', '50.00', '600.00'],
				['Pencils', '46', '10.00', '460.00'],
			],
		},
	},
	priceList: {
		file: 'price_list',
		title: 'PRICE LIST',
		fields: [],
		table: {
			columns: ['Item', 'Unit', 'Price'],
			rows: [
				['Rye bread', 'loaf', '3.20'],
				['Whole milk', 'litre', '2.58'],
				['Ground coffee', 'pound', '5.49'],
			],
		},
	},
} satisfies Record<string, Paper>;

export const chinesePapers: Record<keyof typeof PAPERS, Paper> = PAPERS;

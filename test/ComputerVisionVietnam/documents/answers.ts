import type { IDataObject } from 'n8n-workflow';

import { PNG } from '../../support/files';

/*
 * An answer per operation, written by hand from the provider's pages. The values are made up.
 */

const IMAGE = PNG.toString('base64');
const BOX = [10, 20, 110, 40];

/** A field with its confidence and its box, as the pages name them. */
export const field = (name: string, value: unknown, confidence = 0.9, box = BOX): IDataObject => ({
	[name]: value as string,
	[`${name}_confidence`]: confidence,
	[`${name}_box`]: box,
});

export const cell = (value: unknown, score = 0.95, box = BOX): IDataObject => ({
	value: value as string,
	score,
	box,
});

const labelled = (label: string, value: string) => ({ ...cell(value), label });

export const INVOICE_PAGE = {
	type: 'invoice',
	info: {
		...field('date', '01/02/2024', 0.97),
		...field('form', '01GTKT0/001'),
		...field('invoice_no', '0000123', 0.81),
		...field('serial_no', 'AA/24E'),
		...field('supplier', 'CÔNG TY MẪU'),
		...field('tax_code', '0100000000'),
		...field('total_amount', '1.100.000'),
		...field('payment_method', 'TM/CK'),
		...field('sub_total', '1.000.000'),
		...field('vat_amount', '100.000'),
		...field('purchaser_name', 'CÔNG TY THỬ'),
		...field('lookup_website', 'https://example.com'),
		...field('lookup_code', 'ABC'),
		...field('buyer_name', ''),
		...field('supplier_address', '1 Phố Mẫu, Hà Nội'),
		...field('vat_rate', '10%'),
		account_bank: [
			{ ...field('account_no', '111', 0.88), ...field('bank', 'Ngân hàng A') },
			{ ...field('account_no', '222', 0.77), ...field('bank', '') },
		],
		image: IMAGE,
		image_table: IMAGE,
		table: [
			[
				labelled('number', '1'),
				labelled('description', 'Giấy in'),
				labelled('unit', 'Hộp'),
				labelled('quantity', '2'),
				labelled('unit_price', '300.000'),
				labelled('amount_before_tax', '600.000'),
			],
			[
				labelled('number', '2'),
				labelled('description', 'Mực in'),
				labelled('quantity', '1'),
				labelled('amount_total', '440.000'),
				labelled('expired_date', '12/2025'),
			],
		],
	},
};

/** The short page on invoices: pictures, and goods instead of a table. */
export const SHORT_INVOICE = {
	info: {
		date: '01/02/2024',
		date_confidence: 0.9,
		invoice_no: '7',
		info_goods: [
			{ name: 'Cà phê', coin: '30.000' },
			{ name: 'Trà', coin: '20.000' },
		],
		image: '',
	},
	valid: 'True',
	invalidMessage: 'Successful',
	type: 'invoice',
};

const BUSINESS = `company_name english_name short_name business_code regis_date date_of_change address
	company_phone fax email website authorized_capital par_value total_shares representative_name
	representative_title gender dob ethnicity nationality document_type number_of_idcard issue_date
	issued_at household_address representative_address`;

const all = (names: string) =>
	Object.assign(
		{},
		...names.split(/\s+/).map((name) => field(name, `giá trị ${name}`)),
	) as IDataObject;

export const BANK_STATEMENT = [
	{
		image_table: [IMAGE, IMAGE],
		json: [
			[
				[cell('01/03/2024'), cell('Lương'), cell(''), cell('5.000.000'), cell('6.000.000', 0.7)],
				[cell('02/03/2024'), cell('Tiền điện'), cell('500.000'), cell(''), cell('5.500.000')],
			],
			[[cell('03/03/2024'), cell('Phí'), cell('1.000'), cell(''), cell('5.499.000')]],
		],
	},
	{
		image_table: [IMAGE],
		json: [[[cell('04/03/2024'), cell('Lãi'), cell(''), cell('10'), cell('5.499.010')]]],
	},
];

/** By operation. */
export const DATA: Record<string, unknown> = {
	'document/getLabelClaim': [
		{ id: 0, label: 'invoice', image: IMAGE },
		{ id: 1, label: null, image: '' },
	],
	'document/bankStatement': BANK_STATEMENT,
	'document/birthCertificate': [
		{
			type: 'birth_certificate',
			info: {
				dob: '01/01/2020',
				dob_confidence: 0.9,
				father_dob: '1990',
				father_name: 'NGUYỄN VĂN MẪU',
				father_name_confidence: 0.6,
				gender: 'Nam',
				mother_dob: '1992',
				mother_name: 'TRẦN THỊ THỬ',
				name: 'NGUYỄN VĂN BÉ',
				number: '12',
				number_book: '01/2020',
				regis_date: '05/01/2020',
				id: '000000000012',
				regis_place: 'Phường Mẫu, Quận Mẫu, Hà Nội',
				regis_place_district: 'Quận Mẫu',
				regis_place_town: 'Hà Nội',
				regis_place_town_code: '01',
				image: IMAGE,
			},
		},
	],
	'document/businessRegistration': [
		{
			info: { ...all(BUSINESS), image: IMAGE },
			valid: 'True',
			invalidMessage: 'Successful',
			type: 'business_registration',
		},
	],
	'document/claims': [
		{
			type: 'invoice',
			pages: [0, 1],
			info: {
				...field('buyer_name', 'NGUYỄN VĂN MẪU', 0.55),
				...field('total_amount', '900.000'),
				account_bank: [],
				valid_seals: true,
				image_seals: IMAGE,
				table: [[labelled('description', 'Khám bệnh'), labelled('amount_total', '900.000')]],
			},
		},
		{
			type: 'list_expense',
			pages: [2],
			info: {
				...field('patient_name', 'NGUYỄN VĂN MẪU'),
				icd_10: [
					{ icd: 'J00', box: BOX, score: 0.9 },
					{ icd: 'J01', box: BOX, score: 0.8 },
				],
				image_list: [IMAGE, IMAGE],
				mage_seals: IMAGE,
				table: {
					image_table: [IMAGE],
					page_table: [2],
					info_table: [
						[
							[cell('Thuốc A'), cell('100.000'), cell('2'), cell('50.000')],
							[cell('Thuốc B'), cell('20.000'), cell('1'), cell('20.000')],
						],
					],
				},
			},
		},
		{
			type: 'prescription',
			pages: [3],
			info: {
				...field('diagnose', 'Cảm lạnh'),
				gender: 'Nam',
				drug_info: [{ box: BOX, drug: 'Thuốc A', quanlity: '10', score: 0.4, gender: 'Nam' }],
			},
		},
		{ type: 'bvcard', pages: [4], info: { ...field('name', 'MẪU'), ...field('valid', '2025') } },
		{ type: 'chip_id_card_back', pages: [5], info: { issue_date: '02/02/2022' } },
	],
	'document/creditReport': {
		type: 'credit_report',
		info: {
			...field('report_time', '01/04/2024'),
			report_time_id: 0,
			...field('cic_code', '0000000001'),
			cic_code_id: 1,
			...field('credit_score', '700', 0.5),
			imgs: [IMAGE, IMAGE],
			loan_details: [
				[
					cell('1'),
					cell('01000000'),
					cell('Ngân hàng Mẫu'),
					{
						value: [
							{ debt_name: 'Nợ ngắn hạn', debt: '10' },
							{ debt_name: 'Nợ dài hạn', debt: '20' },
						],
						box: [BOX, BOX],
						score: [0.9, 0.6],
					},
					cell('30'),
				],
			],
			loan_details_image: IMAGE,
			credit_card_info: [[cell('100'), cell('5'), cell('0'), cell('1')]],
			outstanding_loans: [[cell('1'), cell('2'), cell('3')]],
			bad_debt: [[cell('2020'), cell('3'), cell('7'), cell('1'), cell('Ngân hàng Mẫu')]],
			late_payments: [[cell('N'), cell('0'), cell('0')]],
			loan_guarantee: [[cell('1'), cell('1')]],
			credit_contract: [[cell('01/01/2020'), cell('01/01/2030')]],
			customers_look_up: [[cell('01000000'), cell('Vay'), cell('05/05/2023')]],
		},
	},
	'document/invoiceXml': [INVOICE_PAGE],
	'document/employeeProfile': {
		id_card: [
			{
				type: 'id_card',
				info: { ...field('name', 'LÊ VĂN THỬ'), ...field('id', '1'), image_front: IMAGE },
			},
		],
		registration_book: [
			{
				type: 'registration_book',
				info: {
					...field('book_number', '55'),
					image: IMAGE,
					member: [
						{ ...field('name', 'LÊ VĂN THỬ'), relationship_to_head: 'Chủ hộ', image_member: IMAGE },
						{ ...field('name', 'LÊ THỊ MẪU', 0.3), relationship_to_head: 'Con' },
					],
				},
			},
		],
		curriculum_vitae: [
			{
				type: 'curriculum_vitae',
				info: { ...field('work_experience', ['2010 A', '2015 B']), work_experience_id: 1 },
			},
		],
		academic_degree: [],
		confirm_residence: [
			{
				type: 'confirm_residence',
				info: { name: 'LÊ VĂN THỬ', head_id: '9', member: [{ name: 'LÊ THỊ MẪU', id_card: '2' }] },
			},
		],
		image_negative: [IMAGE, IMAGE],
		id_negative: [4, 7],
	},
	'document/priceQuotation': [
		{
			type: 'price_quotation',
			info: {
				...field('make_model', 'MAUXE'),
				...field('name_of_garage', 'Gara Mẫu'),
				...field('number_plate', '00A-000.01'),
				...field('quotation_date', '01/05/2024'),
				...field('sub_total', '900.000'),
				...field('total_amount', '990.000'),
				...field('vat_amount', '90.000'),
				estimated_delivery_date: null,
				image: IMAGE,
				image_table: IMAGE,
				table: [
					{
						...field('amount_total', '450.000'),
						...field('description', 'Gương', 0.35),
						...field('quantity', '1'),
						...field('unit_price', '450.000'),
					},
					{ ...field('amount_total', '450.000'), ...field('description', 'Sơn') },
				],
			},
		},
	],
	'document/invoice': [INVOICE_PAGE],
	'document/landCertificate': {
		type: 'giay_cnqshdd_mau_1',
		info: {
			...field('so_so', 'AA 000001'),
			so_so_id: 0,
			...field('noi_cap', 'UBND Mẫu'),
			...field('ngay_cap', '01/01/2015', 0.66),
			...field('so_vao_so', 'CH0001'),
			...field('thong_tin_thua_dat', 'Thửa 1, tờ 2'),
			thong_tin_nha_o: null,
			thong_tin_ghi_chu: '',
			list_img: [IMAGE, IMAGE],
			noi_dung_chu_dat: [
				{ ten: 'NGUYỄN VĂN MẪU', nam_sinh: '1970', so_cmt: '000000001', dia_chi: 'Hà Nội' },
				{ ten: 'TRẦN THỊ THỬ', nam_sinh: null, so_cmt: '000000002', dia_chi: 'Hà Nội' },
			],
		},
	},
	'document/getTable': [
		[cell('Tên'), cell('Giá')],
		[cell('Bút', 0.42), cell(5)],
		[cell('Vở'), cell(7), cell('mới')],
	],
	'document/invoiceVehicle': [
		{
			type: 'invoice',
			info: {
				...field('supplier', 'CÔNG TY XE MẪU'),
				...field('total_amount', '500.000.000'),
				account_bank: [{ account_no: '333', bank: 'Ngân hàng C' }],
				valid_seals: false,
				image: IMAGE,
				table: [[labelled('description', 'Xe ô tô'), labelled('amount_total', '500.000.000')]],
			},
		},
	],
	'vehicle/vehicleInspection': [
		{
			type: 'picertificate',
			info: {
				chassis_number: 'KHUNG1',
				chassis_number_confidence: 0.9,
				engine_number: 'MAY1',
				issued_on: 'Trạm 1',
				issued_on_code: '01',
				type: 'ô tô con',
				type_confidence: 0.2,
				tire_size: ['205/55R16', '205/55R17'],
				image: IMAGE,
			},
		},
	],
	'vehicle/vehiclePlate': [
		{
			info: { plate: '00A-000.03', image: IMAGE },
			valid: 'True',
			invalidMessage: 'Successful',
			type: 'vehicle_plate',
		},
	],
	'vehicle/vehicle': [
		{
			type: 'picertificate',
			info: { chassis_number: 'KHUNG1', chassis_number_confidence: 0.9, type: 'ô tô con' },
		},
		{
			type: 'vehicle_registration_back',
			info: { plate: '00A-000.03', plate_confidence: 0.8, Address_ward: 'Phường Mẫu' },
		},
		{ type: 'driving_license', info: { id: '1', class: 'B2' } },
	],
};

const succeeded = (data: unknown): IDataObject => ({
	data: data as never,
	errorCode: '0',
	errorMessage: 'Success',
});

/** The whole answers, by operation. */
export const ANSWERS = Object.fromEntries(
	Object.entries(DATA).map(([operation, data]) => [operation, succeeded(data)]),
);

const ONE: Record<string, unknown> = {
	...DATA,
	'document/bankStatement': [{ image_table: [], json: [[BANK_STATEMENT[0].json[0][0]]] }],
	'document/getTable': [(DATA['document/getTable'] as unknown[])[2]],
	'document/employeeProfile': {
		id_card: (DATA['document/employeeProfile'] as IDataObject).id_card,
	},
};

/** Answers with one document or row, and without pictures. */
export const SHORT_ANSWERS = Object.fromEntries(
	Object.entries(ONE).map(([operation, data]) => {
		const text = JSON.stringify(Array.isArray(data) ? data.slice(0, 1) : data);
		return [operation, succeeded(JSON.parse(text.replaceAll(IMAGE, '')))];
	}),
);

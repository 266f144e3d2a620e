import type { Paper } from './paper';

export type { Paper } from './paper';

const GOODS = {
	columns: ['number', 'description', 'unit', 'quantity', 'unit_price', 'amount_total'],
	rows: [
		['1', 'Giấy mẫu', 'Hộp', '2', '300.000', '600.000'],
		['2', 'Bút thử', 'Cây', '40', '10.000', '400.000'],
	],
};

/** Nobody and nothing on these papers exists. */
const PAPERS = {
	invoice: {
		file: 'invoice',
		title: 'HÓA ĐƠN GIÁ TRỊ GIA TĂNG',
		fields: [
			['date', 'Ngày', '01/02/2024'],
			['invoice_no', 'Số', '0000123'],
			['serial_no', 'Ký hiệu', 'AA/24E'],
			['supplier', 'Đơn vị bán', 'CÔNG TY MẪU'],
			['tax_code', 'Mã số thuế', '0000000001'],
			['purchaser_name', 'Đơn vị mua', 'CÔNG TY THỬ NGHIỆM'],
			['sub_total', 'Cộng tiền hàng', '1.000.000'],
			['vat_rate', 'Thuế suất', '10%'],
			['vat_amount', 'Tiền thuế', '100.000'],
			['total_amount', 'Tổng cộng', '1.100.000'],
		],
		table: GOODS,
	},
	vehicleInvoice: {
		file: 'vehicle_invoice',
		title: 'HÓA ĐƠN BÁN XE',
		fields: [
			['date', 'Ngày', '03/03/2024'],
			['invoice_no', 'Số', '0000456'],
			['supplier', 'Đơn vị bán', 'CÔNG TY XE MẪU'],
			['buyer_name', 'Người mua', 'LÊ VĂN THỬ'],
			['total_amount', 'Tổng cộng', '500.000.000'],
		],
		table: {
			columns: GOODS.columns,
			rows: [['1', 'Xe ô tô MAUXE', 'Chiếc', '1', '500.000.000', '500.000.000']],
		},
	},
	quotation: {
		file: 'garage_quotation',
		title: 'BÁO GIÁ SỬA CHỮA',
		fields: [
			['name_of_garage', 'Cơ sở', 'GARA MẪU'],
			['quotation_date', 'Ngày', '05/05/2024'],
			['make_model', 'Loại xe', 'MAUXE THU NGHIEM'],
			['number_plate', 'Biển số', '00A-000.03'],
			['sub_total', 'Trước thuế', '900.000'],
			['vat_amount', 'Thuế', '90.000'],
			['total_amount', 'Sau thuế', '990.000'],
		],
		table: {
			columns: ['description', 'quantity', 'unit_price', 'amount_total'],
			rows: [
				['Gương mẫu', '1', '450.000', '450.000'],
				['Sơn thử', '1', '450.000', '450.000'],
			],
		},
	},
	businessRegistration: {
		file: 'business_registration',
		title: 'GIẤY CHỨNG NHẬN ĐĂNG KÝ DOANH NGHIỆP',
		fields: [
			['company_name', 'Tên', 'CÔNG TY THỬ NGHIỆM'],
			['business_code', 'Mã số', '0000000002'],
			['regis_date', 'Đăng ký', '06/06/2020'],
			['address', 'Địa chỉ', '3 Phố Mẫu, Tưởng Tượng'],
			['authorized_capital', 'Vốn điều lệ', '1.000.000.000'],
			['representative_name', 'Người đại diện', 'TRẦN THỊ THỬ'],
		],
	},
	statement: {
		file: 'bank_statement',
		title: 'SAO KÊ NGÂN HÀNG MẪU',
		fields: [],
		table: {
			columns: ['date', 'description', 'debit', 'credit', 'balance'],
			rows: [
				['01/03/2024', 'Lương', '', '5.000.000', '6.000.000'],
				['02/03/2024', 'Tiền điện', '500.000', '', '5.500.000'],
				['03/03/2024', 'Phí', '1.000', '', '5.499.000'],
			],
		},
	},
	longStatement: {
		file: 'bank_statement',
		title: 'SAO KÊ NGÂN HÀNG MẪU, TRANG 1/2',
		fields: [],
		table: {
			columns: ['date', 'description', 'debit', 'credit', 'balance'],
			rows: [
				['29/02/2024', 'Tiền thuê', '3.000.000', '', '1.500.000'],
				['01/03/2024', 'Lương, tháng 2', '', '5.000.000', '6.500.000'],
			],
		},
		nextPages: [
			{
				file: 'bank_statement',
				title: 'SAO KÊ NGÂN HÀNG MẪU, TRANG 2/2',
				fields: [],
				table: {
					columns: ['date', 'description', 'debit', 'credit', 'balance'],
					rows: [['04/03/2024', 'Tiền điện', '500.000', '', '6.000.000']],
				},
			},
		],
	},
	table: {
		file: 'price_table',
		title: 'BẢNG GIÁ',
		fields: [],
		table: {
			columns: ['Tên', 'Giá', 'Ghi chú'],
			rows: [
				['Bút thử', '5', 'mới'],
				['Vở mẫu', '7', ''],
			],
		},
	},
	birthCertificate: {
		file: 'birth_certificate',
		title: 'GIẤY KHAI SINH',
		fields: [
			['name', 'Họ tên', 'NGUYỄN VĂN BÉ'],
			['dob', 'Ngày sinh', '07/07/2020'],
			['gender', 'Giới tính', 'Nam'],
			['father_name', 'Cha', 'NGUYỄN VĂN MẪU'],
			['mother_name', 'Mẹ', 'TRẦN THỊ THỬ'],
			['number', 'Số', '12'],
			['regis_place', 'Nơi đăng ký', 'Ủy ban Ví Dụ, Tưởng Tượng'],
		],
	},
	landCertificate: {
		file: 'land_certificate',
		title: 'GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT',
		fields: [
			['so_so', 'Số', 'AA 000001'],
			['noi_cap', 'Nơi cấp', 'Ủy ban Ví Dụ'],
			['ngay_cap', 'Ngày cấp', '08/08/2015'],
			['so_vao_so', 'Số vào sổ', 'CH0001'],
			['thong_tin_thua_dat', 'Thửa đất', 'Thửa 1, tờ 2'],
		],
		table: {
			columns: ['ten', 'nam_sinh', 'so_cmt', 'dia_chi'],
			rows: [
				['NGUYỄN VĂN MẪU', '1970', '000000001', 'Tưởng Tượng'],
				['TRẦN THỊ THỬ', '1972', '000000002', 'Tưởng Tượng'],
			],
		},
	},
	creditReport: {
		file: 'credit_report',
		title: 'BÁO CÁO TÍN DỤNG',
		fields: [
			['report_time', 'Thời gian', '09/09/2024'],
			['cic_code', 'Mã CIC', '0000000009'],
			['id_card', 'Số giấy tờ', '000000000001'],
			['credit_score', 'Điểm', '700'],
			['credit_rank', 'Hạng', '02'],
		],
		table: {
			columns: ['Số lượng tài sản', 'Số TCTD'],
			rows: [['1', '2']],
		},
	},
	profile: {
		file: 'employee_profile',
		title: 'BẰNG ĐẠI HỌC',
		fields: [
			['name', 'Họ tên', 'LÊ VĂN THỬ'],
			['dob', 'Ngày sinh', '10/10/1990'],
			['school', 'Trường', 'ĐẠI HỌC VÍ DỤ'],
			['major', 'Ngành', 'Thử nghiệm'],
			['academic_level', 'Trình độ', 'Cử nhân'],
			['graduation_year', 'Năm', '2012'],
		],
	},
	prescription: {
		file: 'prescription',
		title: 'ĐƠN THUỐC',
		fields: [
			['patient_name', 'Họ tên', 'NGUYỄN VĂN MẪU'],
			['diagnose', 'Chẩn đoán', 'Cảm lạnh'],
			['medical_facility', 'Cơ sở', 'PHÒNG KHÁM VÍ DỤ'],
			['prescription_date', 'Ngày', '11/11/2024'],
		],
		table: {
			columns: ['drug', 'quanlity'],
			rows: [
				['Thuốc mẫu A', '10'],
				['Thuốc mẫu B', '20'],
			],
		},
	},
	inspection: {
		file: 'vehicle_inspection',
		title: 'GIẤY CHỨNG NHẬN KIỂM ĐỊNH',
		fields: [
			['registration_number', 'Biển đăng ký', '00A-000.03'],
			['type', 'Loại phương tiện', 'ô tô con'],
			['mark', 'Nhãn hiệu', 'MAUXE'],
			['chassis_number', 'Số khung', 'KHUNG000003'],
			['engine_number', 'Số máy', 'MAY000003'],
			['issued_on', 'Đơn vị', 'TRẠM THỬ NGHIỆM'],
			['valid_until', 'Có hiệu lực đến', '12/12/2026'],
		],
	},
	plate: {
		file: 'number_plate',
		title: 'BIỂN SỐ XE',
		fields: [['plate', '', '00A-000.03']],
	},
} satisfies Record<string, Paper>;

export const papers: Record<keyof typeof PAPERS, Paper> = PAPERS;

/** An electronic invoice: the same as the one on paper. */
export const electronicInvoice = (): string => {
	const { fields, table } = papers.invoice;
	const rows = table!.rows.map((row) => `<HHDVu>${row.join(' | ')}</HHDVu>`);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<!-- SPECIMEN -->',
		'<HDon>',
		...fields.map(([name, , value]) => `\t<TTin ten="${name}">${value}</TTin>`),
		...rows.map((row) => `\t${row}`),
		'</HDon>',
		'',
	].join('\n');
};

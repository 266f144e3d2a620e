import type { Specimen } from './specimen';

export const chipIdCardBack: Specimen = {
	type: 'chip_id_card_back',
	width: 1000,
	height: 630,
	background: '#dfe9ee',
	texts: [
		{ text: 'Đặc điểm nhân dạng / Personal identification:', x: 50, y: 66, size: 24 },
		{ text: 'Nốt ruồi vẽ ở góc thẻ', x: 50, y: 106, size: 28, field: 'identification_sign' },
		{ text: 'Ngày, tháng, năm / Date, month, year:', x: 50, y: 160, size: 24 },
		{ text: '01/01/2021', x: 490, y: 160, size: 28, field: 'issue_date' },
		{ text: 'CỤC TRƯỞNG CỤC THỬ NGHIỆM', x: 50, y: 216, size: 30, font: 'bold' },
		{ text: 'Director of the Test Department', x: 50, y: 254, size: 24 },
		{ text: 'SPECIMEN', x: 50, y: 366, size: 80, font: 'bold', color: '#b03a2e' },
		{ text: 'IDVNM0000000011000000000001<<1', x: 50, y: 470, size: 48, font: 'mono', field: 'mrz' },
		{ text: '9001011M3001019VNM<<<<<<<<<<<8', x: 50, y: 530, size: 48, font: 'mono', field: 'mrz' },
		{ text: 'NGUYEN<<VAN<MAU<<<<<<<<<<<<<<<', x: 50, y: 590, size: 48, font: 'mono', field: 'mrz' },
	],
	values: {
		issue_date: '01/01/2021',
		issued_at: 'Cục Thử Nghiệm',
		country: 'VNM',
		document_number: '000000001',
		person_number: '000000000001',
		dob: '01/01/1990',
		gender: 'Nam',
		due_date: '01/01/2030',
		nationality: 'VNM',
		sur_name: 'NGUYEN',
		given_name: 'VAN MAU',
		identification_sign: 'Nốt ruồi vẽ ở góc thẻ',
	},
};

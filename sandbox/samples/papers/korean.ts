import { readFile } from 'node:fs/promises';

import { PDFDocument } from 'pdf-lib';

import { samplePath } from '../../sampleRoutes';
import type { Paper } from './paper';
import { drawPaper } from './paper';

/** Nobody and nothing on these papers exists. The names are the provider's keys. */
const PAPERS = {
	businessRegistration: {
		file: 'korean_business_registration',
		title: '사업자등록증',
		fields: [
			['구분', '구분', '간이과세자'],
			['등록번호', '등록번호', '000-00-00001'],
			['상호', '상호', '견본상회'],
			['성명', '성명', '홍견본'],
			['개업연월일', '개업연월일', '2020년 01월 31일'],
			['사업장소재지', '사업장소재지', '서울특별시 가상구 견본로 1'],
			['업태', '업태', '소매업'],
			['종목', '종목', '견본'],
		],
	},
	creditCard: {
		file: 'credit_card',
		title: 'SPECIMEN BANK',
		fields: [
			['totalCardNum', 'Number', '0000 1111 2222 3333'],
			['validThru', 'Valid Thru', '01/30'],
		],
	},
	residentCard: {
		file: 'resident_card',
		title: '주민등록증',
		fields: [
			['name', '', '홍견본'],
			['residentNumber', '', '000000-0000001'],
			['issueDate', '', '2020.1.31'],
			['issuer', '', '견본시장'],
		],
	},
	driverLicense: {
		file: 'driver_license',
		title: '자동차운전면허증',
		fields: [
			['driverLicenseNumber', '', '00-00-000000-01'],
			['licenseType', '', '1종보통/2종소형'],
			['name', '', '김견본'],
			['residentNumber', '', '000000-0000002'],
			['condition', '', 'none'],
			['serialNum', '', 'SPEC01'],
			['issueDate', '', '2021.02.03'],
			['issuer', '', '견본경찰청장'],
		],
	},
} satisfies Record<string, Paper>;

export const koreanPapers: Record<keyof typeof PAPERS, Paper> = PAPERS;

/** The samples for NHN Cloud: pictures of all papers, and a PDF of one. */
export async function koreanSamples(): Promise<Record<string, Uint8Array>> {
	const files: Record<string, Uint8Array> = {};
	for (const paper of Object.values(koreanPapers)) {
		files[`${paper.file}.png`] = await drawPaper(paper);
	}
	const { file } = koreanPapers.businessRegistration;
	files[`${file}.pdf`] = await pdfOf(files[`${file}.png`]);
	return files;
}

/** A PDF of two pages, of which the provider reads the first. */
async function pdfOf(png: Uint8Array): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	const image = await pdf.embedPng(png);
	const { width, height } = image.scale(0.5);
	pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
	const second = await pdf.embedPng(await readFile(samplePath('blank.png')));
	pdf.addPage([400, 300]).drawImage(second, { x: 0, y: 0, width: 400, height: 300 });
	const written = new Date('2025-03-14T12:00:00Z');
	pdf.setTitle('SPECIMEN');
	pdf.setCreationDate(written);
	pdf.setModificationDate(written);
	return await pdf.save();
}

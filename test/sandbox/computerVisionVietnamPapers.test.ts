import { readFileSync } from 'node:fs';

import nock from 'nock';

import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import type { Answer } from './visionAnswers';

let sandbox: Sandbox;

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: () => {} });
});
afterAll(async () => await sandbox?.close());

type Form = 'url' | 'file' | 'base64';

async function answerOf(path: string, name: string, form: Form = 'file'): Promise<Answer> {
	const { baseUrl, credentials } = sandbox.providers.computerVisionVietnam;
	const { apiKey, apiSecret } = credentials;
	const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
	const query = new URLSearchParams({ format_type: form, get_thumb: 'true' });
	const bytes = readFileSync(samplePath(name));
	const init: RequestInit = { method: 'POST', headers: { authorization } };
	if (form === 'url') {
		query.set('img', `${sandbox.url}/samples/${name}`);
		init.method = 'GET';
	} else if (form === 'file') {
		const body = new FormData();
		body.set('img', new Blob([new Uint8Array(bytes)]), name);
		init.body = body;
	} else {
		init.headers = { authorization, 'content-type': 'application/json' };
		init.body = JSON.stringify({ img: bytes.toString('base64') });
	}
	const response = await fetch(`${baseUrl}/api/v2/ocr/${path}?${query}`, init);
	expect(response.status).toBe(200);
	return (await response.json()) as Answer;
}

const box = Array(4).fill(expect.any(Number)) as number[];
const cell = (value: string) => ({ value, box, score: 0.98 });

const PAPERS: Array<[path: string, file: string, data: unknown]> = [
	[
		'document/invoice',
		'invoice.png',
		[
			{
				type: 'invoice',
				info: {
					...{ invoice_no: '0000123', invoice_no_confidence: 0.98, invoice_no_box: box },
					table: [
						expect.arrayContaining([{ ...cell('Giấy mẫu'), label: 'description' }]) as object,
						expect.any(Array) as object,
					],
				},
			},
		],
	],
	['document/invoice_vehicle', 'vehicle_invoice.png', [{ info: { valid_seals: true } }]],
	[
		'document/price_quotation',
		'garage_quotation.png',
		[{ type: 'price_quotation', info: { table: [{ description: 'Gương mẫu' }, {}] } }],
	],
	[
		'document/business_registration',
		'business_registration.png',
		[{ valid: 'True', invalidMessage: 'Successful', info: { business_code: '0000000002' } }],
	],
	[
		'document/bank_statement',
		'bank_statement.png',
		[
			{
				image_table: [expect.stringMatching(/^\/9j\//)],
				json: [[{ 4: cell('6.000.000') }, {}, {}]],
			},
		],
	],
	[
		'document/bank_statement',
		'bank_statement.pdf',
		[{ json: [[{ 0: cell('29/02/2024') }, {}]] }, { json: [[{ 4: cell('6.000.000') }]] }],
	],
	['document/get_table', 'price_table.png', [[cell('Bút thử'), cell('5'), cell('mới')], {}]],
	['birth_certificate', 'birth_certificate.png', [{ info: { name: 'NGUYỄN VĂN BÉ' } }]],
	[
		'document/land_certificate',
		'land_certificate.png',
		{ type: 'giay_cnqshdd_mau_1', info: { noi_dung_chu_dat: [{ nam_sinh: '1970' }, {}] } },
	],
	[
		'document/credit_report',
		'credit_report.png',
		{ type: 'credit_report', info: { loan_guarantee: [[cell('1'), cell('2')]] } },
	],
	[
		'employee_profile',
		'employee_profile.png',
		{ academic_degree: [{ info: { major: 'Thử nghiệm' } }] },
	],
	['claims', 'prescription.png', [{ type: 'prescription', pages: [0] }]],
	['document/get_label_claim', 'prescription.png', [{ id: 0, label: 'prescription' }]],
	['vehicle_inspection', 'vehicle_inspection.png', [{ info: { type: 'ô tô con' } }]],
	['vehicle_plate', 'number_plate.png', [{ valid: 'True', info: { plate: '00A-000.03' } }]],
	['vehicle', 'vehicle_inspection.png', [{ type: 'picertificate' }]],
];

describe.each(PAPERS)('%s', (path, file, data) => {
	test.each<Form>(['url', 'file', 'base64'])('as %s', async (form) => {
		expect(await answerOf(path, file, form)).toMatchObject({ data, errorCode: '0' });
	});

	test('has no content in another picture', async () => {
		expect(await answerOf(path, 'blank.png')).toMatchObject({
			data: '',
			errorMessage: expect.stringMatching(/does not contain content|Incorrect image format/),
		});
	});
});

test('an electronic invoice is read from a form only', async () => {
	const path = 'document/invoice-xml';
	expect(await answerOf(path, 'electronic_invoice.xml')).toMatchObject({
		data: [{ type: 'invoice', info: { total_amount: '1.100.000' } }],
	});
	expect(await answerOf(path, 'electronic_invoice.xml', 'base64')).toMatchObject({
		errorCode: '6',
	});
	expect(await answerOf(path, 'invoice.png')).toMatchObject({ errorCode: '3' });
});

test.each(['birth_certificate', 'vehicle_inspection', 'vehicle_plate'])(
	'%s is not documented for PDFs',
	async (path) => {
		expect(await answerOf(path, 'letter.pdf')).toMatchObject({
			...{ errorCode: '3', errorMessage: 'Incorrect image format' },
		});
	},
);

test('the pages number their errors differently', async () => {
	const content = 'The photo does not contain content';
	const errors = { 'document/invoice': '1', 'document/price_quotation': '3', claims: '3' };
	for (const [path, errorCode] of Object.entries(errors)) {
		expect(await answerOf(path, 'blank.png')).toMatchObject({ errorCode, errorMessage: content });
	}
	sandbox.faults.add({ provider: 'computerVisionVietnam', code: '4', times: 1 });
	expect(await answerOf('claims', 'prescription.png')).toMatchObject({
		...{ errorCode: '5', errorMessage: 'Out of requests' },
	});
});

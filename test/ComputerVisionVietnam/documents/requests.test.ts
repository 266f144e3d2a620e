import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { BMP, fileItem, JPEG, PNG } from '../../support/files';
import { textOf } from '../../support/runNode';
import { expectSchema } from '../../support/schema';
import { answerAll, formFiles } from '../../support/wire';
import { answerWith, run } from '../vision';
import { ANSWERS } from './answers';

const PDF = Buffer.from('%PDF-1.7\n');
const XML = Buffer.from('<?xml version="1.0"?><HDon/>');

type Accepts = 'pictures' | 'pictures and PDFs' | 'XML';

/** From the provider's pages: the address of each operation, and which files it accepts. */
const OPERATIONS: Array<[resource: string, operation: string, path: string, accepts: Accepts]> = [
	['document', 'getLabelClaim', 'ocr/document/get_label_claim', 'pictures and PDFs'],
	['document', 'bankStatement', 'ocr/document/bank_statement', 'pictures and PDFs'],
	['document', 'birthCertificate', 'ocr/birth_certificate', 'pictures'],
	['document', 'businessRegistration', 'ocr/document/business_registration', 'pictures and PDFs'],
	['document', 'claims', 'ocr/claims', 'pictures and PDFs'],
	['document', 'creditReport', 'ocr/document/credit_report', 'pictures and PDFs'],
	['document', 'invoiceXml', 'ocr/document/invoice-xml', 'XML'],
	['document', 'employeeProfile', 'ocr/employee_profile', 'pictures and PDFs'],
	['document', 'priceQuotation', 'ocr/document/price_quotation', 'pictures and PDFs'],
	['document', 'invoice', 'ocr/document/invoice', 'pictures and PDFs'],
	['document', 'landCertificate', 'ocr/document/land_certificate', 'pictures and PDFs'],
	['document', 'getTable', 'ocr/document/get_table', 'pictures and PDFs'],
	['document', 'invoiceVehicle', 'ocr/document/invoice_vehicle', 'pictures and PDFs'],
	['vehicle', 'vehicleInspection', 'ocr/vehicle_inspection', 'pictures'],
	['vehicle', 'vehiclePlate', 'ocr/vehicle_plate', 'pictures'],
	['vehicle', 'vehicle', 'ocr/vehicle', 'pictures and PDFs'],
];

/** The node's own default is in `output`, which the operations on text set. */
const DEFAULTS = { output: undefined } as never as INodeParameters;

const PICTURES = [
	['JPEG', JPEG],
	['BMP', BMP],
] as const;

test('every answer belongs to an operation here', () => {
	const paths = OPERATIONS.map(([resource, operation]) => `${resource}/${operation}`);
	expect(Object.keys(ANSWERS).sort()).toEqual(paths.sort());
});

describe.each(OPERATIONS)('%s %s', (resource, operation, path, accepts) => {
	const answer = ANSWERS[`${resource}/${operation}`];
	const isXml = accepts === 'XML';
	const file = isXml ? XML : PNG;

	async function sent(parameters: INodeParameters, bytes: Buffer = file) {
		nock.cleanAll();
		const requests = answerWith(() => answer);
		// What n8n downloads if the provider accepts no URL.
		answerAll('https://example.com', () => [200, bytes]);
		const result = await run(
			{ resource, operation, ...DEFAULTS, ...parameters },
			{ items: [fileItem({ data: bytes })] },
		);
		return { ...result, requests };
	}

	const expectForm = async ({ requests, error }: Awaited<ReturnType<typeof sent>>) => {
		expect(error).toBeUndefined();
		expect(requests).toMatchObject([
			{ method: 'POST', path: `/api/v2/${path}`, query: 'format_type=file&get_thumb=false' },
		]);
		const [{ name, bytes }] = await formFiles(requests[0]);
		expect([name, bytes]).toEqual(['img', file]);
	};

	test('file: POST with a form, and rows as its schema says', async () => {
		const result = await sent({ inputType: 'binary' });
		await expectForm(result);
		expectSchema(`ComputerVisionVietnam/${resource}/${operation}`, result.outputs[0]);
		expect(result.outputs[0].map(({ json }) => json.fileName)).toEqual(
			result.outputs[0].map(() => 'a.png'),
		);
	});

	test('URL: GET, or a form if the provider accepts only files', async () => {
		const result = await sent({ inputType: 'url', imageUrl: 'https://example.com/a' });
		if (isXml) return await expectForm(result);
		expect(result.error).toBeUndefined();
		expect(result.requests).toMatchObject([
			{
				method: 'GET',
				path: `/api/v2/${path}`,
				query: `img=${encodeURIComponent('https://example.com/a')}&format_type=url&get_thumb=false`,
			},
		]);
	});

	test('base64: POST with JSON, or a form if the provider accepts only files', async () => {
		const imageBase64 = file.toString('base64');
		const result = await sent({ inputType: 'base64', imageBase64 });
		if (isXml) return await expectForm(result);
		expect(result.error).toBeUndefined();
		expect(result.requests).toMatchObject([
			{ method: 'POST', path: `/api/v2/${path}`, query: 'format_type=base64&get_thumb=false' },
		]);
		expect(JSON.parse(result.requests[0].body.toString())).toEqual({ img: imageBase64 });
	});

	test('Aligned Image asks for it', async () => {
		const { requests } = await sent({ inputType: 'binary', options: { alignedImage: true } });
		expect(requests[0].query).toBe('format_type=file&get_thumb=true');
	});

	test('Raw gives the unchanged answer, also one of an unknown structure', async () => {
		const unknown = { data: 5, errorCode: '0', errorMessage: 'Success' };
		for (const body of [answer, unknown]) {
			answerWith(() => body);
			const parameters = { resource, operation, inputType: 'binary', output: 'raw' };
			const { outputs } = await run(parameters, { items: [fileItem({ data: file })] });
			expect(outputs[0]).toMatchObject([{ json: body }]);
			expect(Object.keys(outputs[0][0].json)).toEqual(Object.keys(body));
		}
	});

	test('an answer of an unknown structure is an error with a way to see it', async () => {
		answerWith(() => ({ data: 5, errorCode: '0', errorMessage: 'Success' }));
		const { error } = await run(
			{ resource, operation, ...DEFAULTS, inputType: 'binary' },
			{ items: [fileItem({ data: file })] },
		);
		expect(textOf(error)).toMatch(/has an unknown structure\. Set Output to Raw to see it/);
	});

	test.each([[''], [[]], [null], [{}]])('no document in %j is error 1', async (data) => {
		answerWith(() => ({ data, errorCode: '0', errorMessage: 'Success' }));
		const { error } = await run(
			{ resource, operation, ...DEFAULTS, inputType: 'binary' },
			{ items: [fileItem({ data: file })] },
		);
		expect(textOf(error)).toMatch(/shows no document that Computer Vision Vietnam recognizes/);
	});

	test('an output that it does not have costs nothing', async () => {
		const { error, requests } = await sent({ inputType: 'binary', output: 'words' });
		expect(textOf(error)).toMatch(/Output is "words", but must be /);
		expect(requests).toEqual([]);
	});

	const kinds: Array<[string, Buffer, boolean]> = [
		...PICTURES.map(([kind, bytes]): [string, Buffer, boolean] => [kind, bytes, !isXml]),
		['PDF', PDF, accepts === 'pictures and PDFs'],
		['XML', XML, isXml],
	];

	test.each(kinds)('%s', async (_, bytes, isAccepted) => {
		const { error, requests } = await sent({ inputType: 'binary' }, bytes);
		expect(requests).toHaveLength(isAccepted ? 1 : 0);
		if (!isAccepted) expect(textOf(error)).toMatch(/ accepts only .* here|accepts only pictures/);
	});
});

test.each([
	['a byte order mark', '\ufeff<?xml version="1.0"?><HDon/>'],
	['no declaration', '<HDon></HDon>'],
])('XML with %s is XML', async (_, text) => {
	const requests = answerWith(() => ANSWERS['document/invoiceXml']);
	const { error } = await run(
		{ resource: 'document', operation: 'invoiceXml', ...DEFAULTS, inputType: 'binary' },
		{ items: [fileItem({ data: Buffer.from(text) })] },
	);
	expect(error).toBeUndefined();
	expect((await formFiles(requests[0]))[0]).toMatchObject({
		fileName: 'img.xml',
		type: 'application/xml',
	});
});

test('a page in place of an XML file at a URL is not sent', async () => {
	const requests = answerWith(() => ANSWERS['document/invoiceXml']);
	answerAll('https://example.com', () => '<!DOCTYPE html><p>Log in</p>');
	const { error } = await run({
		...{ resource: 'document', operation: 'invoiceXml', ...DEFAULTS },
		imageUrl: 'https://example.com/a.xml',
	});
	expect(textOf(error)).toMatch(/file type HTML, but Computer Vision Vietnam accepts only XML/);
	expect(requests).toEqual([]);
});

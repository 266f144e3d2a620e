import { readFile as readFileFromDisk } from 'node:fs/promises';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { onStage } from './support/provider';
import { expectReceipt } from './support/receipt';
import { readFile, urls, wordsOf } from './support/workflow';

const stage = onStage({
	provider: 'computerVisionVietnam',
	type: 'n8n-nodes-cloud-ocr.computerVisionVietnam',
	credentialType: 'computerVisionVietnamApi',
	account: ({ credentials }) => credentials,
});
const { items, ocr, run, sample, testCredential, url } = stage;

const base64 = async (name: string) => (await readFileFromDisk(sample(name))).toString('base64');

/** The node with one image in one of the three forms, and a node that reads the file if it is one. */
async function withImage(inputType: string, name: string, parameters: INodeParameters) {
	const source = { inputType, imageUrl: url(name), imageBase64: await base64(name) };
	const node = ocr({ ...source, ...parameters });
	return inputType === 'binary' ? [readFile(sample(name)), node] : [node];
}

/** The same with two images; the files are in one item. */
async function withSides(inputType: string, [front, back]: string[], parameters: INodeParameters) {
	const node = ocr({
		inputType,
		frontImageUrl: url(front),
		backImageUrl: url(back),
		frontImageBase64: await base64(front),
		backImageBase64: await base64(back),
		...parameters,
	});
	return inputType === 'binary' ? [...bothFiles(front, back), node] : [node];
}

/** Puts two files into one item, as the fields `front` and `back`. */
const bothFiles = (front: string, back: string) => [
	{
		...readFile(sample(front)),
		name: 'Front',
		parameters: {
			operation: 'read',
			fileSelector: sample(front),
			options: { dataPropertyName: 'front' },
		},
	},
	{
		...readFile(sample(back)),
		name: 'Back',
		parameters: {
			operation: 'read',
			fileSelector: sample(back),
			options: { dataPropertyName: 'back' },
		},
	},
	{
		name: 'Both',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: {
			jsCode:
				"return [{ json: {}, binary: { ...$('Front').first().binary, ...$('Back').first().binary } }];",
		},
	},
];

const CARD_FRONT = {
	type: 'chip_id_card_front',
	id: '000000000001',
	name: 'NGUYỄN VĂN MẪU',
	dob: '01/01/1990',
};
const SIDES = ['chip_id_card_front.jpg', 'chip_id_card_back.jpg'];
const REGISTRATION = ['vehicle_registration_front.jpg', 'vehicle_registration_back.jpg'];

const paired = (all: INodeExecutionData[]) => all.map(({ pairedItem }) => pairedItem);

describe.each(['url', 'binary', 'base64'])('%s', (inputType) => {
	test('text extract', async () => {
		const nodes = await withImage(inputType, 'vietnamese_letter.png', {
			resource: 'text',
			operation: 'extract',
			output: 'fullText',
		});
		const all = await items(...nodes);
		expect(all).toHaveLength(1);
		expect(all[0].json.text).toMatch(
			/Bức thư này được viết để kiểm tra việc nhận dạng chữ tiếng Việt/,
		);
		expect(all[0].json.text).toMatch(/The invoice number is 2025-0042/);
	});

	test('card extract', async () => {
		const all = await items(
			...(await withImage(inputType, 'two_cards.jpg', { resource: 'card', operation: 'extract' })),
		);
		expect(all.map(({ json }) => String(json.type)).sort()).toEqual([
			'chip_id_card_back',
			'chip_id_card_front',
		]);
		expect(paired(all)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test('card verify', async () => {
		const all = await items(
			...(await withImage(inputType, 'passport.jpg', { resource: 'card', operation: 'verify' })),
		);
		expect(all).toHaveLength(1);
		expect(all[0].json).toMatchObject({
			type: 'passport',
			valid: true,
			invalidCode: 0,
			full_name: 'TRẦN THỊ THỬ',
		});
		expect(all[0].json.confidence).toBeGreaterThan(0);
	});

	test('card verifyTwoSides', async () => {
		const all = await items(
			...(await withSides(inputType, SIDES, { resource: 'card', operation: 'verifyTwoSides' })),
		);
		expect(all).toHaveLength(1);
		expect(all[0].json).toMatchObject({
			...{
				url: { front_url: url(SIDES[0]), back_url: url(SIDES[1]) },
				binary: { front_fileName: SIDES[0], back_fileName: SIDES[1] },
				base64: {},
			}[inputType],
			...CARD_FRONT,
			valid: true,
			front_valid: true,
			back_type: 'chip_id_card_back',
			back_valid: true,
			warnings: null,
			document_number: expect.any(String),
		});
	});

	test('vehicleRegistration extract', async () => {
		const all = await items(
			...(await withImage(inputType, REGISTRATION[1], {
				resource: 'vehicleRegistration',
				operation: 'extract',
			})),
		);
		expect(all.map(({ json }) => json)).toMatchObject([
			{ type: 'vehicle_registration_back', plate: '00A-000.03', color: 'Xanh' },
		]);
	});

	test('vehicleRegistration extractTwoSides, the sides swapped', async () => {
		const all = await items(
			...(await withSides(inputType, [...REGISTRATION].reverse(), {
				resource: 'vehicleRegistration',
				operation: 'extractTwoSides',
			})),
		);
		expect(all.map(({ json }) => json)).toMatchObject([
			{
				type: 'vehicle_registration_front',
				back_type: 'vehicle_registration_back',
				id: '000003',
				plate: '00A-000.03',
				chassis: 'KHUNG000003',
			},
		]);
	});
});

/** A specimen of each document, and a row that it gives. */
const DOCUMENTS: Array<[resource: string, operation: string, file: string, row: object]> = [
	['document', 'getLabelClaim', 'prescription.png', { page: 1, label: 'prescription' }],
	['document', 'bankStatement', 'bank_statement.png', { row: 1, balance: '6.000.000' }],
	['document', 'birthCertificate', 'birth_certificate.png', { name: 'NGUYỄN VĂN BÉ' }],
	['document', 'businessRegistration', 'business_registration.png', { valid: true }],
	['document', 'claims', 'prescription.png', { type: 'prescription', lineItems: 2 }],
	['document', 'creditReport', 'credit_report.png', { credit_score: '700', lineItems: 1 }],
	['document', 'invoiceXml', 'electronic_invoice.xml', { total_amount: '1.100.000', lineItems: 2 }],
	['document', 'employeeProfile', 'employee_profile.png', { type: 'academic_degree' }],
	['document', 'priceQuotation', 'garage_quotation.png', { total_amount: '990.000' }],
	['document', 'invoice', 'invoice.png', { total_amount: '1.100.000', lineItems: 2 }],
	['document', 'landCertificate', 'land_certificate.png', { so_so: 'AA 000001' }],
	['document', 'getTable', 'price_table.png', { row: 1, column1: 'Bút thử' }],
	['document', 'invoiceVehicle', 'vehicle_invoice.png', { valid_seals: true, lineItems: 1 }],
	['vehicle', 'vehicleInspection', 'vehicle_inspection.png', { mark: 'MAUXE' }],
	['vehicle', 'vehiclePlate', 'number_plate.png', { plate: '00A-000.03' }],
	['vehicle', 'vehicle', 'vehicle_inspection.png', { page: 1, type: 'picertificate' }],
];

test.each(DOCUMENTS)('%s %s', async (resource, operation, file, row) => {
	const all = await items(readFile(sample(file)), ocr({ resource, operation }));
	expect(all[0].json).toMatchObject({ fileName: file, ...row });
	expect(paired(all)).toEqual(all.map(() => ({ item: 0 })));
});

test('the line items of an invoice at a URL', async () => {
	const all = await items(
		ocr({
			...{ resource: 'document', operation: 'invoice', output: 'lineItems' },
			...{ inputType: 'url', imageUrl: url('invoice.png') },
		}),
	);
	expect(all.map(({ json }) => [json.invoice_no, json.description, json.amount_total])).toEqual([
		['0000123', 'Giấy mẫu', '600.000'],
		['0000123', 'Bút thử', '400.000'],
	]);
});

test('a receipt as rows, layout and Markdown: goods stay with their prices', async () => {
	const receipt = { resource: 'text', operation: 'extract', inputType: 'url' };
	await expectReceipt(async (output) =>
		items(ocr({ ...receipt, imageUrl: url('receipt.jpg'), output })),
	);
});

test('lines of the pages of a PDF', async () => {
	const all = await items(
		readFile(sample('letter.pdf')),
		ocr({ resource: 'text', operation: 'extract', output: 'lines' }),
	);
	expect([...new Set(all.map(({ json }) => json.page))]).toEqual([1, 2, 3]);
	for (const { json } of all) expect(json.pages).toBe(3);
	expect(all.map(({ json }) => json.text)).toContain('Forty blue chairs and seven round tables,');
});

test('a photocopied card gives its fields and the warning', async () => {
	const [{ json }] = await items(
		readFile(sample('chip_id_card_photocopy.jpg')),
		ocr({ resource: 'card', operation: 'verify', inputType: 'binary' }),
	);
	expect(json).toMatchObject({ ...CARD_FRONT, valid: false, invalidCode: 2 });
	expect(json.invalidMessage).toMatch(/photocopy/);
});

test('two sides of which the back is a photocopy are not valid, and say which', async () => {
	const all = await items(
		...(await withSides('url', [SIDES[0], 'chip_id_card_back_photocopy.jpg'], {
			resource: 'card',
			operation: 'verifyTwoSides',
		})),
	);
	expect(all.map(({ json }) => json)).toMatchObject([
		{ ...CARD_FRONT, valid: false, front_valid: true, back_valid: false, back_invalidCode: 2 },
	]);
});

test.each([
	['the back is missing', [SIDES[0], 'blank.png']],
	['the front is missing', ['blank.png', SIDES[1]]],
	['the front comes twice', [SIDES[0], SIDES[0]]],
	['the sides are of two documents', ['passport.jpg', SIDES[1]]],
])('two sides are not valid when %s', async (_, sides) => {
	const all = await items(
		...(await withSides('url', sides, { resource: 'card', operation: 'verifyTwoSides' })),
	);
	expect(all.length).toBeGreaterThan(0);
	for (const { json } of all) {
		expect(json.valid).toBe(false);
		expect(json.invalidMessage).toEqual(expect.stringMatching(/\w/));
	}
});

test('a limit that knows no code is met, and nothing is lost', async () => {
	stage.sandbox.limits.set({ provider: 'computerVisionVietnam', kind: 'fixedWindow', limit: 5 });
	const all = await items(
		...urls(Array<string>(15).fill(url('blank.png'))),
		ocr({
			resource: 'text',
			operation: 'extract',
			inputType: 'url',
			imageUrl: '={{ $json.url }}',
		}),
	);
	expect(paired(all)).toEqual(Array.from({ length: 15 }, (_, item) => ({ item })));
});

test('cards of a PDF have no verdict', async () => {
	const all = await items(
		readFile(sample('cards.pdf')),
		ocr({ resource: 'card', operation: 'verify', inputType: 'binary' }),
	);
	expect(all.map(({ json }) => json.valid)).toEqual([null, null]);
	expect(paired(all)).toEqual([{ item: 0 }, { item: 0 }]);
});

test('without Simplify the answer comes as it is', async () => {
	const [{ json }] = await items(
		...(await withSides('url', SIDES, {
			resource: 'card',
			operation: 'verifyTwoSides',
			simplify: false,
		})),
	);
	expect(json).toMatchObject({
		errorCode: '0',
		data: [
			{ type: 'chip_id_card_back', valid: 'True', info: { image: '' } },
			{ type: 'chip_id_card_front', info: { id: '000000000001', id_box: expect.any(Array) } },
		],
	});
});

test('aligned images are files, confidences and boxes are columns', async () => {
	const [{ json, binary }] = await items(
		...(await withSides('url', SIDES, {
			resource: 'card',
			operation: 'verifyTwoSides',
			options: { alignedImage: true, fieldBoxes: true, fieldConfidences: true },
		})),
	);
	for (const side of ['front', 'back']) {
		expect(binary![side]).toMatchObject({ fileName: `${side}.jpg`, mimeType: 'image/jpeg' });
		const bytes = await stage.n8n.readBinary(binary![side]);
		expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
	}
	expect(json.id_confidence).toEqual(expect.any(Number));
	expect(json.id_left).toBeLessThan(json.id_right as number);
	expect(
		Object.values(json).filter((value) => typeof value === 'object' && value !== null),
	).toEqual([]);
});

test.each([true, false])('a mix of documents in one run, combineSides %j', async (combineSides) => {
	const pairs = [SIDES, [...SIDES].reverse(), ['missing.png', SIDES[1]], SIDES];
	const { nodes } = await run(
		{
			name: 'Addresses',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput: JSON.stringify({
					pair: pairs.map(([front, back]) => ({ front: url(front), back: url(back) })),
				}),
				options: {},
			},
		},
		{
			name: 'Split',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'pair', options: {} },
		},
		ocr(
			{
				resource: 'card',
				operation: 'verifyTwoSides',
				inputType: 'url',
				frontImageUrl: '={{ $json.front }}',
				backImageUrl: '={{ $json.back }}',
				combineSides,
			},
			{ onError: 'continueRegularOutput' },
		),
	);
	const found = nodes.OCR.main[0].map(({ json, pairedItem }) => [
		(pairedItem as { item: number }).item,
		json.type ?? 'error',
	]);
	const [front, back] = ['chip_id_card_front', 'chip_id_card_back'];
	expect(found).toEqual(
		combineSides
			? [
					[0, front],
					[1, front],
					[2, 'error'],
					[3, front],
				]
			: [
					[0, back],
					[0, front],
					[1, back],
					[1, front],
					[2, 'error'],
					[3, back],
					[3, front],
				],
	);
});

test('an image without text gives one empty item', async () => {
	const all = await items(
		...(await withImage('url', 'blank.png', { resource: 'text', operation: 'extract' })),
	);
	expect(all.map(({ json }) => json.text)).toEqual(['']);
});

test.each<[string, string, RegExp]>([
	['1', 'card', /shows no document/],
	['2', 'text', /could not download the image/],
	['3', 'card', /cannot read this image format/],
	['4', 'text', /out of requests/],
	['5', 'card', /API key or the API secret is wrong/],
	['6', 'text', /does not accept the image in this form/],
])('error %s stops the run with a sentence', async (code, resource, sentence) => {
	stage.sandbox.faults.add({ provider: 'computerVisionVietnam', code });
	const { status, error } = await run(
		...(await withImage('url', 'blank.png', { resource, operation: 'extract' })),
	);
	expect(status).toBe('error');
	expect(error!.message).toMatch(sentence);
	expect(error!.description).toMatch(
		new RegExp(`\\. Computer Vision Vietnam says: .* \\(error ${code}\\)$`),
	);
});

test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'a wrong key ends the run: %s',
	async (onError) => {
		const wrong = await stage.saveCredential({ apiSecret: 'not-this-one' });
		const { nodes, error } = await run(
			...urls(Array<string>(20).fill(url('blank.png'))),
			ocr(
				{
					resource: 'text',
					operation: 'extract',
					inputType: 'url',
					imageUrl: '={{ $json.url }}',
					options: { maxConcurrent: 2 },
				},
				{ onError, credentials: { computerVisionVietnamApi: wrong } },
			),
		);
		expect(stage.sandbox.requests.length).toBeLessThanOrEqual(2);
		if (onError === 'stopWorkflow') expect(wordsOf(error!)).toMatch(/ \(error 5\)$/);
		else
			expect(paired(nodes.OCR.main.flat())).toEqual(
				Array.from({ length: 20 }, (_, item) => ({ item })),
			);
	},
);

describe("the credential's test", () => {
	test('passes for a good key, and is not billed', async () => {
		expect(await testCredential()).toMatchObject({ status: 'OK' });
		expect(stage.sandbox.requests.map(({ code }) => code)).toEqual(['2']);
	});

	test('follows no redirect to another origin', async () => {
		stage.sandbox.faults.add({ provider: 'computerVisionVietnam', fault: 'redirect' });
		expect(await testCredential()).toMatchObject({ status: 'Error' });
		expect(stage.sandbox.requests).toHaveLength(1);
	});

	test('tells a wrong key, used up requests, another service and an unreachable host apart', async () => {
		const messages = [
			await testCredential({ apiKey: 'not-this-one' }),
			await testCredential(stage.account().exhaustedCredentials),
			await testCredential({ customBaseUrl: `${stage.sandbox.url}/samples` }),
			await testCredential({ customBaseUrl: 'http://127.0.0.1:9' }),
		];
		expect(messages).toEqual(
			[
				/API key or the API secret is wrong/,
				/out of requests/,
				/404|not found|is not Computer Vision Vietnam/i,
				/refused/i,
			].map((sentence) => ({ status: 'Error', message: expect.stringMatching(sentence) })),
		);
	});
});

test("no secret is in a run, n8n's log or the sandbox's output", async () => {
	const everything = await stage.everythingSaid();
	expect(everything).toContain('API key or the API secret is wrong');
	const { apiKey, apiSecret } = stage.account().credentials;
	expect(everything).not.toContain(apiSecret);
	expect(everything).not.toContain(Buffer.from(`${apiKey}:${apiSecret}`).toString('base64'));
});

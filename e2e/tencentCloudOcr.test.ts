import { readFile as readFileFromDisk, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { NodeJson } from '../local-n8n/chain';
import { chain } from '../local-n8n/chain';
import type { Trouble } from '../sandbox/faults/fault';
import { officeScan } from './support/officeScan';
import { onStage } from './support/provider';
import { expectReceipt } from './support/receipt';
import { readFile, urls, wordsOf } from './support/workflow';

const stage = onStage({
	provider: 'tencent',
	type: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
	credentialType: 'tencentCloudApi',
	account: ({ credentials }) => credentials,
	parameters: { resource: 'text', operation: 'generalAccurate' },
});
const { items, ocr, run, sample, testCredential, url } = stage;

const textOf = (all: INodeExecutionData[]) => all.map(({ json }) => json.text).join('\n');

test('file: a photo becomes flat rows, each with its line, confidence and place', async () => {
	const lines = await items(
		readFile(sample('receipt.jpg')),
		ocr({ inputType: 'binary', binaryPropertyName: 'data', output: 'lines' }),
	);
	// Goods and their prices stand far apart, so Tencent Cloud has them as two lines.
	expect(textOf(lines)).toMatch(/^Rye bread\n3.20$/m);
	expect(textOf(lines)).toMatch(/^TOTAL USD\n31.32$/m);
	for (const [index, { json, pairedItem }] of lines.entries()) {
		expect(Object.keys(json)).toEqual([
			'fileName',
			'text',
			'page',
			'pages',
			'block',
			'line',
			'confidence',
			'left',
			'top',
			'right',
			'bottom',
		]);
		expect(json).toMatchObject({ fileName: 'receipt.jpg', page: 1, pages: 1, line: index + 1 });
		expect(json.confidence).toBeGreaterThan(0.1);
		expect(json.confidence).toBeLessThanOrEqual(1);
		expect(json.left).toBeLessThan(json.right as number);
		expect(json.top).toBeLessThan(json.bottom as number);
		expect(pairedItem).toEqual({ item: 0 });
	}
});

test('URL: words with their places', async () => {
	const words = await items(
		ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output: 'words' }),
	);
	expect(words.map(({ json }) => json.text)).toEqual(
		expect.arrayContaining(['Ground', 'coffee', '5.49']),
	);
	for (const { json } of words) expect(json.left).toBeLessThan(json.right as number);
});

test('a receipt as rows, layout and Markdown: goods stay with their prices', async () => {
	await expectReceipt(async (output) =>
		items(ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output })),
	);
});

test('base64: the text of the whole image in one item', async () => {
	const imageBase64 = (await readFileFromDisk(sample('receipt.jpg'))).toString('base64');
	const [{ json }, ...others] = await items(
		ocr({
			inputType: 'base64',
			imageBase64: `data:image/jpeg;base64,${imageBase64}`,
			output: 'fullText',
		}),
	);
	expect(others).toHaveLength(0);
	expect(json.text).toMatch(/Thank you for your visit/);
	expect(json).toMatchObject({ pages: 1, pagesRead: 1 });
});

test('a PDF of three pages: three requests, one text, pages parted by a blank line', async () => {
	const [{ json }] = await items(
		readFile(sample('letter.pdf')),
		ocr({ inputType: 'binary', binaryPropertyName: 'data', output: 'fullText' }),
	);
	const pages = String(json.text).split('\n\n');
	expect(pages[0]).toMatch(/first page/);
	expect(pages[1]).toMatch(/Forty blue chairs/);
	expect(pages[2]).toMatch(/thirty days/);
	expect(json).toMatchObject({ pages: 3, pagesRead: 3 });
	expect(stage.sandbox.requests.map(({ code }) => code)).toEqual(['OK', 'OK', 'OK']);
});

test('some pages of a PDF by URL, as lines that carry their page', async () => {
	const lines = await items(
		ocr({
			inputType: 'url',
			imageUrl: url('letter.pdf'),
			output: 'lines',
			options: { pdfPages: '3,1' },
		}),
	);
	expect([...new Set(lines.map(({ json }) => json.page))]).toEqual([3, 1]);
	for (const { json } of lines) expect(json.pages).toBe(3);
	expect(stage.sandbox.requests).toHaveLength(2);
});

describe('a scan of 42 MB, which no provider accepts whole', () => {
	let texts: string[];
	beforeAll(async () => {
		const scan = await officeScan();
		({ texts } = scan);
		await writeFile(sample('scan.pdf'), scan.pdf);
	});
	const read = async (options: INodeParameters) =>
		await items(
			readFile(sample('scan.pdf')),
			ocr({ inputType: 'binary', output: 'lines', options }),
		);
	const sizes = () => stage.sandbox.requests.map(({ bytes }) => bytes);
	const MB = 1024 * 1024;

	test('from disk to rows: each page travels alone', async () => {
		const lines = await read({});
		const pages = texts.map((_, index) =>
			textOf(lines.filter(({ json }) => json.page === index + 1)),
		);
		expect(pages).toEqual(texts.map((text) => expect.stringContaining(text)));
		expect(new Set(lines.map(({ json }) => json.pages))).toEqual(new Set([texts.length]));
		expect(sizes()).toHaveLength(texts.length);
		expect(Math.max(...sizes())).toBeLessThan(MB);
	});

	test('PDF Pages 59-: two small bodies', async () => {
		const lines = await read({ pdfPages: '59-' });
		expect([...new Set(lines.map(({ json }) => json.page))]).toEqual([59, 60]);
		expect(textOf(lines)).toContain(texts[58]);
		expect(textOf(lines)).toContain(texts[59]);
		expect(sizes()).toHaveLength(2);
		expect(Math.max(...sizes())).toBeLessThan(MB);
	});
});

test('Extract Basic: a picture at a URL, which n8n downloads, in a language of choice', async () => {
	const [{ json }] = await items(
		ocr({
			...{ resource: 'text', operation: 'generalBasic' },
			inputType: 'url',
			imageUrl: url('vietnamese_letter.png'),
			output: 'fullText',
			options: { languageType: 'vie' },
		}),
	);
	expect(json.text).toMatch(/Trân trọng/);
	expect(json).toMatchObject({ pages: 1, pagesRead: 1, language: 'vie' });
	expect(stage.sandbox.requests).toMatchObject([{ action: 'GeneralBasicOCR', code: 'OK' }]);
});

test('raw: the answer as the provider gave it', async () => {
	const [{ json }] = await items(
		ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output: 'raw' }),
	);
	expect(Object.keys(json)).toEqual(['Response']);
	expect(Object.keys(json.Response as object)).toEqual(
		expect.arrayContaining(['TextDetections', 'Angle', 'RequestId']),
	);
});

test('an image without text gives one empty item', async () => {
	const lines = await items(ocr({ inputType: 'url', imageUrl: url('blank.png'), output: 'lines' }));
	expect(lines.map(({ json }) => json.text)).toEqual(['']);
});

test('rows go on to a spreadsheet file', async () => {
	const { nodes, error } = await run(
		ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output: 'lines' }),
		{
			name: 'Sheet',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: { operation: 'csv', binaryPropertyName: 'data', options: {} },
		},
	);
	expect(error).toBeUndefined();
	const csv = String(await stage.n8n.readBinary(nodes.Sheet.main[0][0].binary!.data));
	expect(csv).toMatch(/url,text,page,pages,block,line,confidence,left,top,right,bottom/);
	expect(csv).toMatch(/SPECIMEN/);
});

test('a wrong key stops the run with a sentence', async () => {
	const { status, error } = await run(
		...urls(Array<string>(20).fill(url('blank.png'))),
		ocr(
			{
				inputType: 'url',
				imageUrl: '={{ $json.url }}',
				output: 'lines',
				options: { maxConcurrent: 2 },
			},
			{
				credentials: { tencentCloudApi: await stage.saveCredential({ secretKey: 'not-this-one' }) },
			},
		),
	);
	expect(status).toBe('error');
	expect(error!.message).toBe(
		'blank.png: The signature is wrong, because the Secret Key does not belong to this Secret ID',
	);
	expect(error!.description).toMatch(
		/^Copy both again\. .* Request ID: [0-9a-f-]{36} \(AuthFailure\.SignatureFailure\)$/,
	);
	expect(stage.sandbox.requests.length).toBeLessThanOrEqual(2);
});

test('a request that is throttled twice arrives once', async () => {
	stage.sandbox.faults.add({ provider: 'tencent', code: 'RequestLimitExceeded', times: 2 });
	const lines = await items(
		ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output: 'fullText' }),
	);
	expect(lines).toHaveLength(1);
	expect(stage.sandbox.requests.map(({ code }) => code)).toEqual([
		'RequestLimitExceeded',
		'RequestLimitExceeded',
		'OK',
	]);
});

test('a limit that takes one request at a time is met, and nothing is lost', async () => {
	stage.sandbox.limits.set({ provider: 'tencent', kind: 'tokenBucket', limit: 5 });
	const lines = await items(
		...urls(Array<string>(15).fill(url('blank.png'))),
		ocr({ inputType: 'url', imageUrl: '={{ $json.url }}', output: 'lines' }),
	);
	expect(lines.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: 15 }, (_, item) => ({ item })),
	);
});

test.each<Trouble>([{ fault: 'reset' }, { fault: 'half' }, { fault: 'page', httpStatus: 504 }])(
	'%j: what may have been billed is not sent again',
	async (trouble) => {
		stage.sandbox.faults.add({ provider: 'tencent', ...trouble });
		const { error } = await run(
			ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output: 'lines' }),
		);
		expect(wordsOf(error!)).toMatch(/charged|billed|paid/i);
		expect(stage.sandbox.requests.filter(({ read }) => read)).toHaveLength(1);
	},
);

// A file that fits into the buffers on the way is gone from n8n's side, whether it arrives or not.
test('a connection that is reset before a small request has arrived is not sent again', async () => {
	stage.sandbox.faults.add({ provider: 'tencent', fault: 'resetEarly' });
	const { error } = await run(
		readFile(sample('receipt.jpg')),
		ocr({ inputType: 'binary', binaryPropertyName: 'data', output: 'fullText' }),
	);
	expect(wordsOf(error!)).toMatch(/may already have charged/);
	expect(stage.sandbox.requests.map(({ read }) => read)).toEqual([false]);
});

test('the page of a firewall fails its item only', async () => {
	stage.sandbox.faults.add({ provider: 'tencent', fault: 'page', httpStatus: 403, skip: 1 });
	const { nodes } = await run(
		...urls(Array<string>(3).fill(url('blank.png'))),
		ocr(
			{
				inputType: 'url',
				imageUrl: '={{ $json.url }}',
				output: 'lines',
				options: { maxConcurrent: 1 },
			},
			{ onError: 'continueErrorOutput' },
		),
	);
	expect(nodes.OCR.main.map((all) => all.map(({ pairedItem }) => pairedItem))).toEqual([
		[{ item: 0 }, { item: 2 }],
		[{ item: 1 }],
	]);
});

test('60 items, 5 at a time, a failure on the 17th: at most 22 requests', async () => {
	stage.sandbox.faults.add({ provider: 'tencent', code: 'FailedOperation.ImageBlur', skip: 16 });
	const { status, error } = await run(
		...urls(Array<string>(60).fill(url('blank.png'))),
		ocr({
			inputType: 'url',
			imageUrl: '={{ $json.url }}',
			output: 'lines',
			options: { maxConcurrent: 5 },
		}),
	);
	expect(status).toBe('error');
	expect(wordsOf(error!)).toMatch(/^blank\.png: .*too blurry.* \(FailedOperation\.ImageBlur\)$/);
	await sleep(300);
	expect(stage.sandbox.requests.length).toBeGreaterThanOrEqual(17);
	expect(stage.sandbox.requests.length).toBeLessThanOrEqual(22);
});

test('Continue (error output): what failed goes the other way, paired', async () => {
	const { nodes } = await run(
		...urls([url('blank.png'), url('missing.png'), 'ftp://nowhere']),
		ocr(
			{ inputType: 'url', imageUrl: '={{ $json.url }}', output: 'lines' },
			{ onError: 'continueErrorOutput' },
		),
	);
	const [read, failed] = nodes.OCR.main;
	expect(read.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	expect(failed.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[
			{
				url: url('missing.png'),
				error: expect.stringMatching(/^missing\.png: .*could not download.*DownLoadError/),
			},
			{ item: 1 },
		],
		[{ url: 'ftp://nowhere', error: expect.stringMatching(/begins with http/) }, { item: 2 }],
	]);
});

test('an execution that is stopped sends nothing more', async () => {
	const id = await stage.n8n.workflows.save(
		chain(
			...urls(Array<string>(60).fill(url('receipt.jpg'))),
			ocr({
				inputType: 'url',
				imageUrl: '={{ $json.url }}',
				output: 'lines',
				options: { maxConcurrent: 2 },
			}),
		),
	);
	const execution = await stage.n8n.workflows.start(id, 'Start');
	while (stage.sandbox.requests.length < 2) await sleep(20);
	await stage.n8n.workflows.stop(execution);
	const { status } = await stage.n8n.workflows.result(execution);
	expect(status).toBe('canceled');
	await sleep(1_000);
	const sent = stage.sandbox.requests.length;
	await sleep(2_000);
	expect(stage.sandbox.requests).toHaveLength(sent);
	expect(sent).toBeLessThan(20);
});

describe("n8n's HTTP Request node with this credential", () => {
	const http = (parameters: INodeParameters): NodeJson => ({
		name: 'OCR',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: `${stage.sandbox.url}/`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'tencentCloudApi',
			sendHeaders: true,
			options: {},
			...parameters,
		},
		credentials: ocr({}).credentials,
	});
	const headers = (action: string, version: string) => ({
		parameters: [
			{ name: 'X-TC-Action', value: action },
			{ name: 'X-TC-Version', value: version },
		],
	});
	const DESCRIBE = { TotalCount: 0, InstanceSet: [], RequestId: expect.any(String) };

	test('POST with a JSON body', async () => {
		const [{ json }] = await items(
			http({
				method: 'POST',
				headerParameters: headers('DescribeInstances', '2017-03-12'),
				sendBody: true,
				specifyBody: 'json',
				jsonBody:
					'\n{ "Limit": 1, "Filters": [{ "Name": "instance-name", "Values": ["未命名 é"] }] } ',
			}),
		);
		expect(json.Response).toEqual(DESCRIBE);
	});

	test('POST with a raw body that has white space around it', async () => {
		const [{ json }] = await items(
			http({
				method: 'POST',
				headerParameters: headers('DescribeInstances', '2017-03-12'),
				sendBody: true,
				contentType: 'raw',
				rawContentType: 'application/json',
				body: ' {"Limit": 1}\n',
			}),
		);
		const body = typeof json.data === 'string' ? JSON.parse(json.data) : json;
		expect(body.Response).toEqual(DESCRIBE);
	});

	test('GET with a query', async () => {
		const [{ json }] = await items(
			http({
				method: 'GET',
				headerParameters: headers('DescribeInstances', '2017-03-12'),
				sendQuery: true,
				queryParameters: {
					parameters: [
						{ name: 'Limit', value: '10' },
						{ name: 'Filters.0.Name', value: "it's é & ü" },
					],
				},
			}),
		);
		expect(json.Response).toEqual(DESCRIBE);
	});

	test('GeneralAccurateOCR of an image', async () => {
		const [{ json }] = await items(
			http({
				method: 'POST',
				headerParameters: headers('GeneralAccurateOCR', '2018-11-19'),
				sendBody: true,
				specifyBody: 'json',
				jsonBody: JSON.stringify({ ImageUrl: url('receipt.jpg') }),
			}),
		);
		expect(JSON.stringify(json.Response)).toMatch(/Ground coffee/);
	});

	test('without the action it says which headers are missing', async () => {
		const { error } = await run(http({ method: 'POST', sendHeaders: false }));
		expect(error!.message).toMatch(/Add the headers X-TC-Action and X-TC-Version/);
	});
});

describe('a credential with a list of Allowed Domains', () => {
	const listed = async (allowedDomains: string) => ({
		tencentCloudApi: await stage.saveCredential({
			allowedHttpRequestDomains: 'domains',
			allowedDomains,
		}),
	});
	const describeInstances = async (allowedDomains: string) =>
		await run({
			name: 'OCR',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				url: `${stage.sandbox.url}/?Limit=1`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'tencentCloudApi',
				sendHeaders: true,
				headerParameters: {
					parameters: [
						{ name: 'X-TC-Action', value: 'DescribeInstances' },
						{ name: 'X-TC-Version', value: '2017-03-12' },
					],
				},
				options: {},
			},
			credentials: await listed(allowedDomains),
		});

	test("lets the node's own endpoint through, which is not on it", async () => {
		const [{ json }] = await items(
			ocr(
				{ inputType: 'url', imageUrl: url('receipt.jpg') },
				{ credentials: await listed('a.example') },
			),
		);
		expect(json.text).toEqual(expect.any(String));
	});

	test("binds n8n's HTTP Request node", async () => {
		const { error } = await describeInstances('a.example');
		expect(error!.message).toMatch(/Domain not allowed/);
		expect((await describeInstances('a.example, 127.0.0.1')).error).toBeUndefined();
	});
});

describe("the credential's test", () => {
	test('passes for good keys, permanent and temporary', async () => {
		expect(await testCredential()).toMatchObject({ status: 'OK' });
		const { temporaryCredentials } = stage.account();
		expect(await testCredential(temporaryCredentials)).toMatchObject({ status: 'OK' });
	});

	test('follows no redirect to another origin', async () => {
		stage.sandbox.faults.add({ provider: 'tencent', fault: 'redirect' });
		expect(await testCredential()).toMatchObject({ status: 'Error' });
		expect(stage.sandbox.requests).toHaveLength(1);
	});

	test('tells wrong ID, wrong key, wrong token, missing permission and wrong clock apart', async () => {
		const { deniedCredentials, temporaryCredentials } = stage.account();
		const messages = [
			await testCredential({ secretId: 'AKIDNOBODY' }),
			await testCredential({ secretKey: 'not-this-one' }),
			await testCredential({ ...temporaryCredentials, sessionToken: 'not-this-one' }),
			await testCredential(deniedCredentials),
		];
		stage.sandbox.faults.add({ provider: 'tencent', code: 'AuthFailure.SignatureExpire' });
		messages.push(await testCredential());
		expect(messages).toEqual(
			[
				/does not know this Secret ID/,
				/Secret Key does not belong to this Secret ID/,
				/Session Token is wrong or expired/,
				/no permission for text recognition/,
				/clock of this n8n server/,
			].map((sentence) => ({ status: 'Error', message: expect.stringMatching(sentence) })),
		);
	});

	test('tells an endpoint that cannot be reached, is none, or is not encrypted', async () => {
		const messages = [
			await testCredential({ customBaseUrl: 'http://127.0.0.1:9' }),
			await testCredential({ customBaseUrl: '' }),
			await testCredential({ customBaseUrl: 'http://ocr.example.com' }),
		];
		expect(messages).toEqual(
			[/refused the connection/, /endpoint in the credential is empty/, /unencrypted/].map(
				(sentence) => ({ status: 'Error', message: expect.stringMatching(sentence) }),
			),
		);
	});
});

/** A specimen of each document, and a row that it gives. */
const DOCUMENTS: Array<[resource: string, operation: string, file: string, row: object]> = [
	['document', 'bankCard', 'chinese_bank_card.png', { CardNo: '6200000000000000', valid: true }],
	['document', 'extractDocMulti', 'trade_invoice.png', { Total: '1060.00', lineItems: 2 }],
	['document', 'smartStructural', 'trade_invoice.png', { Seller: 'Sample Trading Ltd' }],
	['document', 'idCard', 'chinese_id_card.png', { IdNum: '000000199001020000' }],
	['document', 'generalInvoice', 'chinese_vat_invoice.png', { Total: '¥1060.00', lineItems: 2 }],
	['document', 'licensePlate', 'chinese_plate.png', { Number: '京A00000', confidence: 0.98 }],
	['document', 'seal', 'chinese_seal.png', { SealBody: '样本公司', OtherTexts: '000' }],
	['document', 'tableAccurate', 'price_list.png', { table: 1, row: 1, column1: 'Item' }],
	['document', 'table', 'price_list.png', { table: 1, row: 1, column3: 'Price' }],
	['document', 'vin', 'vehicle_number.png', { Vin: 'LTEKHMEN7XA234967' }],
];

test.each(DOCUMENTS)('%s %s', async (resource, operation, file, row) => {
	const all = await items(
		readFile(sample(file)),
		ocr({ resource, operation, inputType: 'binary', binaryPropertyName: 'data' }),
	);
	expect(all[0].json).toMatchObject({ fileName: file, ...row });
	expect(all.map(({ pairedItem }) => pairedItem)).toEqual(all.map(() => ({ item: 0 })));
});

test('the line items of an invoice, by the names of its columns', async () => {
	const all = await items(
		ocr({
			...{ resource: 'document', operation: 'extractDocMulti', output: 'lineItems' },
			...{ inputType: 'url', imageUrl: url('trade_invoice.png') },
			fieldNames: 'Invoice number, Item, Amount',
		}),
	);
	expect(all.map(({ json }) => [json['Invoice number'], json.Item, json.Amount])).toEqual([
		['INV-0007', 'Paper', '600.00'],
		['INV-0007', 'Pencils', '460.00'],
	]);
});

test("no secret key is in a run, n8n's log or the sandbox's output", async () => {
	const { credentials, temporaryCredentials } = stage.account();
	const everything = await stage.everythingSaid();
	expect(everything).toContain('SignatureFailure');
	for (const { secretKey, sessionToken } of [credentials, temporaryCredentials]) {
		expect(everything).not.toContain(secretKey);
		if (sessionToken) expect(everything).not.toContain(sessionToken);
	}
	expect(everything).not.toMatch(/Signature=[0-9a-f]{64}/);
});

import { readdir, readFile, stat, utimes, writeFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { INodeParameters } from 'n8n-workflow';
import MailComposer from 'nodemailer/lib/mail-composer';
import { PageSizes, PDFDocument, StandardFonts } from 'pdf-lib';

import { chain } from '../local-n8n/chain';
import type { ExampleChanges } from '../local-n8n/example';
import { example } from '../local-n8n/example';
import { PROJECT } from '../local-n8n/project';
import { receiptExample } from '../local-n8n/receiptExample';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import type { WorkflowJson } from '../local-n8n/workflows';
import { samplePath } from '../sandbox/sampleRoutes';
import { chat } from './support/chat';
import type { ChatModel } from './support/chatModel';
import { startChatModel } from './support/chatModel';
import { submitForm } from './support/form';
import type { GoogleSheets } from './support/googleSheets';
import { startGoogleSheets } from './support/googleSheets';
import type { ImapServer } from './support/imapServer';
import { startImapServer } from './support/imapServer';
import type { Published } from './support/published';
import { saveAndPublish } from './support/published';
import { rowsOfExcel } from './support/sheet';
import type { SftpServer } from './support/sftpServer';
import { startSftpServer } from './support/sftpServer';
import type { SmtpServer } from './support/smtpServer';
import { startSmtpServer } from './support/smtpServer';
import { setStage, STAGE_TIMEOUT } from './support/stage';
import type { Stage } from './support/stage';

let google: GoogleSheets;
let stage: Stage;
let saved: Awaited<ReturnType<typeof saveSandboxCredentials>>;

beforeAll(async () => {
	google = await startGoogleSheets();
	stage = await setStage(google.env);
	saved = await saveSandboxCredentials(stage.n8n, stage.sandbox);
}, STAGE_TIMEOUT);
afterAll(async () => {
	await stage?.stop();
	await google?.stop();
});
beforeEach(() => {
	stage.sandbox.faults.clear();
	stage.sandbox.requests.length = 0;
});

/** Changes a node so that it uses the sandbox's account. */
const withAccount = (type: keyof typeof saved) => ({ credentials: { [type]: saved[type] } });

/** Changes a node so that it uses a credential of n8n's own. */
async function withCredential(type: string, data: Record<string, string | number | boolean>) {
	const credential = await stage.n8n.credentials.save({ name: type, type, data });
	return { credentials: { [type]: credential } };
}

/** How many requests the provider got. */
const requestsTo = (provider: string) =>
	stage.sandbox.requests.filter((request) => request.provider === provider).length;

const sample = async (name: string, type: string) =>
	new File([await readFile(samplePath(name))], name, { type });

const broken = (name: string, type: string) => new File(['no picture at all'], name, { type });

/** A published example whose form is filled in by `submit`. */
async function openForm(file: string, changes: ExampleChanges) {
	const workflow = await example(file, changes);
	const published = await saveAndPublish(stage.n8n, workflow);
	return {
		...published,
		submit: async (...files: File[][]) =>
			await submitForm(stage.n8n.url, workflow, files).catch(async ({ message }: Error) => {
				const { error } = await published.nextRun();
				throw new Error(`${message}. ${error?.node?.name}: ${error?.message}`);
			}),
	};
}

test('every example is run here or in queue mode', async () => {
	const files = await readdir(join(PROJECT, 'examples'));
	const paths = [__filename, join(__dirname, 'queue', 'queue.test.ts')];
	const tests = (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('');
	for (const file of files) {
		expect(tests).toContain(
			file === 'tencent-receipt-to-spreadsheet.json' ? 'receiptExample(' : file,
		);
	}
});

describe('canvas', () => {
	/** Rectangles of the canvas in pixels; a node is a square, and its name stands below it. */
	const rectangleOf = ({ type, position: [left, top], parameters }: WorkflowJson['nodes'][0]) => {
		const isNote = type.endsWith('.stickyNote');
		const width = isNote ? Number(parameters.width) : 96;
		const height = isNote ? Number(parameters.height) : 96;
		return { left, top, right: left + width, bottom: top + height };
	};

	test('no node covers another one, and notes say what to do', async () => {
		for (const file of await readdir(join(PROJECT, 'examples'))) {
			const { nodes, connections } = await example(file, {});
			const [note] = nodes;
			expect(note).toMatchObject({ type: 'n8n-nodes-base.stickyNote', name: 'What to Change' });
			expect(note.parameters.content).toMatch(/^## .+\n\n/);
			for (const [index, one] of nodes.entries()) {
				const a = rectangleOf(one);
				for (const other of nodes.slice(index + 1)) {
					const b = rectangleOf(other);
					const apart =
						a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
					expect([file, one.name, other.name, apart]).toEqual([file, one.name, other.name, true]);
				}
			}
			// A workflow that stores these fields may have batching removed.
			const stored = nodes.filter(({ parameters }) => 'requestOptions' in parameters);
			expect(stored.filter(({ type }) => type.startsWith('n8n-nodes-cloud-ocr'))).toEqual([]);
			expect(nodes.flatMap(({ credentials }) => (credentials ? [credentials] : []))).toEqual([]);
			const names = new Set(nodes.map(({ name }) => name));
			for (const name of Object.keys(connections)) expect(names).toContain(name);
			expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		}
	});
});

test('tencent-receipt-to-spreadsheet: the demo’s example saves rows', async () => {
	const spreadsheet = join(stage.n8n.filesFolder, 'receipt.xlsx');
	const workflow = await receiptExample(
		stage.sample('receipt.jpg'),
		spreadsheet,
		saved.tencentCloudApi,
	);
	const { nodes, error } = await stage.n8n.workflows.run(workflow);
	expect(error).toBeUndefined();
	const rows = nodes['Tencent Cloud OCR'].main[0].map(({ json }) => json);
	expect(rows.find(({ column1 }) => column1 === 'TOTAL USD')?.text).toBe('TOTAL USD 31.32');
	expectSpreadsheet(await readFile(spreadsheet));
});

describe('invoice-folder-to-spreadsheet.json', () => {
	/** All columns of the sheet, in their order, and what is on the specimen. */
	const INVOICE = {
		...{ page: 1, type: 'invoice', date: '01/02/2024', dateIso: '2024-02-01', form: '' },
		...{ invoice_no: '0000123', serial_no: 'AA/24E', supplier: 'CÔNG TY MẪU' },
		...{ tax_code: '0000000001', total_amount: '1.100.000', total_amountNumber: 1_100_000 },
		...{ payment_method: '', sub_total: '1.000.000', sub_totalNumber: 1_000_000 },
		...{ vat_amount: '100.000', vat_amountNumber: 100_000 },
		...{ purchaser_name: 'CÔNG TY THỬ NGHIỆM', lookup_website: '', lookup_code: '' },
		...{ buyer_name: '', supplier_address: '', vat_rate: '10%' },
		...{ account_bank_account_no: '000000000', account_bank_bank: 'NGÂN HÀNG MẪU' },
	};
	const LINE = {
		...{ list: 'table', lineItem: 0, number: '', description: '', unit: '' },
		...{ quantity: '', quantityNumber: 0, unit_price: '', unit_priceNumber: 0 },
		...{ amount_before_tax: '', amount_before_taxNumber: '', tax: '', tax_amount: '' },
		...{ tax_amountNumber: '', amount_total: '', amount_totalNumber: 0, batch_no: '' },
		...{ expired_date: '', expired_dateIso: '', name: '', coin: '', coinNumber: '' },
		...{ lineItemConfidence: 0.98 },
	};
	const GOODS = [
		{
			...{ ...LINE, lineItem: 1, number: '1', description: 'Giấy mẫu', unit: 'Hộp' },
			...{ quantity: '2', quantityNumber: 2, unit_price: '300.000', unit_priceNumber: 300_000 },
			...{ amount_total: '600.000', amount_totalNumber: 600_000 },
		},
		{
			...{ ...LINE, lineItem: 2, number: '2', description: 'Bút thử', unit: 'Cây' },
			...{ quantity: '40', quantityNumber: 40, unit_price: '10.000', unit_priceNumber: 10_000 },
			...{ amount_total: '400.000', amount_totalNumber: 400_000 },
		},
	];
	const VERDICT = {
		...{ confidence: 0.98, sumsMatch: true },
		checks:
			'quantity × unit_price is the amount in 2 of 2 line items. The line items add up to sub_total. sub_total + vat_amount is total_amount',
		...{ needsReview: false, reviewReason: '', problem: '' },
	};
	const rowsOf = (fileName: string) =>
		GOODS.map((line) => ({ fileName, ...INVOICE, ...line, ...VERDICT }));

	test('one row per line item of each invoice, and the reason for what is none', async () => {
		const folder = join(stage.n8n.filesFolder, 'invoices');
		await mkdir(folder);
		const files = { '1.png': 'invoice.png', '2.png': 'invoice.png', '3.jpg': 'receipt.jpg' };
		for (const [name, from] of Object.entries(files)) {
			await writeFile(join(folder, name), await readFile(samplePath(from)));
		}
		await writeFile(join(folder, 'notes.txt'), 'not read');
		const spreadsheet = join(stage.n8n.filesFolder, 'invoices.xlsx');
		const shipped = await example('invoice-folder-to-spreadsheet.json', {});
		const pattern = String(
			shipped.nodes.find(({ name }) => name === 'Read Invoices')!.parameters.fileSelector,
		);
		const { error } = await stage.n8n.workflows.run(
			await example('invoice-folder-to-spreadsheet.json', {
				'Read Invoices': { parameters: { fileSelector: join(folder, basename(pattern)) } },
				'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
				'Save Spreadsheet': { parameters: { fileName: spreadsheet } },
			}),
		);
		expect(error).toBeUndefined();
		const rows = await rowsOfExcel(await readFile(spreadsheet));
		// n8n reads the files of a folder in any order.
		rows.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
		const [first] = rowsOf('1.png');
		const none = Object.fromEntries(Object.keys(first).map((name) => [name, '']));
		const reason = expect.stringMatching(/^3\.jpg: .*\w/) as string;
		expect(rows).toEqual([
			...rowsOf('1.png'),
			...rowsOf('2.png'),
			{ ...none, fileName: '3.jpg', problem: reason },
		]);
		expect(Object.keys(rows[0])).toEqual(Object.keys(first));
	});
});

describe('bank-statement-to-spreadsheet.json', () => {
	let form: Awaited<ReturnType<typeof openForm>>;
	beforeAll(async () => {
		form = await openForm('bank-statement-to-spreadsheet.json', {
			'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
		});
	});

	test('one row per transaction, of all pages', async () => {
		const page = await form.submit([await sample('bank_statement.pdf', 'application/pdf')]);
		expect(page.message).toBe('3 transactions');
		expect(page.downloads).toMatchObject([{ fileName: 'bank_statement.xlsx' }]);
		const rows = await rowsOfExcel(page.downloads[0].contents);
		const at = (page: number, row: number, date: string, dateIso: string) => ({
			...{ fileName: 'bank_statement.pdf', page, table: 1, row, date, dateIso },
		});
		expect(rows).toEqual([
			{
				...{ ...at(1, 1, '29/02/2024', '2024-02-29'), description: 'Tiền thuê' },
				...{ debit: '3.000.000', debitNumber: 3_000_000, credit: '', creditNumber: '' },
				...{ balance: '1.500.000', balanceNumber: 1_500_000, confidence: 0.98 },
			},
			{
				...{ ...at(1, 2, '01/03/2024', '2024-03-01'), description: 'Lương, tháng 2' },
				...{ debit: '', debitNumber: '', credit: '5.000.000', creditNumber: 5_000_000 },
				...{ balance: '6.500.000', balanceNumber: 6_500_000, confidence: 0.98 },
			},
			{
				...{ ...at(2, 1, '04/03/2024', '2024-03-04'), description: 'Tiền điện' },
				...{ debit: '500.000', debitNumber: 500_000, credit: '', creditNumber: '' },
				...{ balance: '6.000.000', balanceNumber: 6_000_000, confidence: 0.98 },
			},
		]);
		expect(requestsTo('computerVisionVietnam')).toBe(1);
	});

	test('the reason for a file that is no bank statement', async () => {
		const page = await form.submit([await sample('letter.pdf', 'application/pdf')]);
		expect(page).toMatchObject({
			title: 'This bank statement could not be read',
			message: expect.stringMatching(/^letter\.pdf: \w/),
			downloads: [],
		});
	});
});

/** A spreadsheet of this kind is a ZIP file. */
function expectSpreadsheet(contents: Buffer) {
	expect(contents.subarray(0, 2).toString()).toBe('PK');
}

describe('upload-form-to-answer-page.json', () => {
	let form: Awaited<ReturnType<typeof openForm>>;
	beforeAll(async () => {
		form = await openForm('upload-form-to-answer-page.json', {
			'Tencent Cloud OCR': withAccount('tencentCloudApi'),
		});
	});

	test('answers with the text of a picture', async () => {
		const page = await form.submit([await sample('receipt.jpg', 'image/jpeg')]);
		expect(page.title).toMatch(/^1 page, \d+ words$/);
		expect(page.message).toMatch(/TOTAL USD/);
	});

	test('answers with the text of all pages of a PDF', async () => {
		const page = await form.submit([await sample('letter.pdf', 'application/pdf')]);
		expect(page.title).toMatch(/^3 pages, /);
		expect(page.message).toMatch(/Forty blue chairs and seven round tables,/);
		expect(requestsTo('tencent')).toBe(3);
	});

	test('says why a file cannot be read', async () => {
		const page = await form.submit([broken('broken.jpg', 'image/jpeg')]);
		expect(page).toMatchObject({
			title: 'This file could not be read',
			message: expect.stringMatching(/Tencent Cloud/),
		});
		expect(requestsTo('tencent')).toBe(0);
	});

	test('says which key is wrong', async () => {
		stage.sandbox.faults.add({ provider: 'tencent', code: 'AuthFailure.SecretIdNotFound' });
		const page = await form.submit([await sample('receipt.jpg', 'image/jpeg')]);
		expect(page.message).toMatch(/secret ID/i);
	});
});

describe('long-pdf-to-spreadsheet.json', () => {
	let form: Awaited<ReturnType<typeof openForm>>;
	beforeAll(async () => {
		form = await openForm('long-pdf-to-spreadsheet.json', {
			'Tencent Cloud OCR': withAccount('tencentCloudApi'),
		});
	});

	test('one row a line of all pages', async () => {
		const page = await form.submit([await sample('letter.pdf', 'application/pdf')]);
		expect(page.message).toMatch(/^3 pages, \d+ lines$/);
		expect(page.downloads).toMatchObject([{ fileName: 'letter.xlsx' }]);
		expectSpreadsheet(page.downloads[0].contents);
		const { nodes } = await form.nextRun();
		const rows = nodes['Tencent Cloud OCR'].main[0].map(({ json }) => json);
		expect([...new Set(rows.map((row) => row.page))]).toEqual([1, 2, 3]);
		expect(rows.map(({ text }) => text)).toContain('Forty blue chairs and seven round tables,');
	});

	test('the other pages and the reason if a page fails', async () => {
		stage.sandbox.faults.add({
			provider: 'tencent',
			code: 'FailedOperation.ImageDecodeFailed',
			skip: 1,
		});
		const page = await form.submit([await sample('letter.pdf', 'application/pdf')]);
		expect(page.downloads).toMatchObject([{ fileName: 'letter.xlsx' }]);
		expect(page.message).toMatch(/^2 pages, /);
		expect(await page.nextPage()).toMatchObject({
			title: 'This file could not be read',
			message: expect.stringMatching(/page/i),
			downloads: [],
		});
	});

	test('the reason for a file that is no PDF', async () => {
		const page = await form.submit([broken('broken.pdf', 'application/pdf')]);
		expect(page).toMatchObject({ title: 'This file could not be read', downloads: [] });
		expect(page.message).toMatch(/\w/);
	});
});

describe('second-provider-when-the-first-fails.json', () => {
	let form: Awaited<ReturnType<typeof openForm>>;
	beforeAll(async () => {
		form = await openForm('second-provider-when-the-first-fails.json', {
			'NHN Cloud OCR': withAccount('nhnCloudOcrApi'),
			'Tencent Cloud OCR': withAccount('tencentCloudApi'),
		});
	});

	test('the second provider gets nothing if the first succeeds', async () => {
		const page = await form.submit([await sample('receipt.jpg', 'image/jpeg')]);
		expect(page).toMatchObject({
			title: 'Read by NHN Cloud',
			message: expect.stringMatching(/TOTAL/),
		});
		expect([requestsTo('nhn'), requestsTo('tencent')]).toEqual([1, 0]);
	});

	test('the second provider reads what the first fails at', async () => {
		stage.sandbox.faults.add({ provider: 'nhn', code: '5005001' });
		const page = await form.submit([await sample('receipt.jpg', 'image/jpeg')]);
		expect(page).toMatchObject({
			title: 'Read by Tencent Cloud',
			message: expect.stringMatching(/TOTAL/),
		});
		expect([requestsTo('nhn'), requestsTo('tencent')]).toEqual([1, 1]);
	});

	test('the second provider reads what the first does not accept', async () => {
		const page = await form.submit([await sample('letter.pdf', 'application/pdf')]);
		expect(page).toMatchObject({
			title: 'Read by Tencent Cloud',
			message: expect.stringMatching(/Forty blue chairs/),
		});
		expect([requestsTo('nhn'), requestsTo('tencent')]).toEqual([0, 3]);
	});

	test('both reasons if both fail', async () => {
		const page = await form.submit([broken('broken.jpg', 'image/jpeg')]);
		expect(page.message).toMatch(/^NHN Cloud: .+\nTencent Cloud: .+/);
		expect([requestsTo('nhn'), requestsTo('tencent')]).toEqual([0, 0]);
	});
});

describe('vehicle-registration-webhook.json', () => {
	const key = { 'X-Api-Key': 'webhook-key' };
	beforeAll(async () => {
		await saveAndPublish(
			stage.n8n,
			await example('vehicle-registration-webhook.json', {
				Webhook: await withCredential('httpHeaderAuth', {
					name: 'X-Api-Key',
					value: 'webhook-key',
				}),
				'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
			}),
		);
	});

	async function send(file: File, headers: Record<string, string> = key) {
		const body = new FormData();
		body.append('file', file);
		const url = `${stage.n8n.url}/webhook/vehicle-registration`;
		const response = await fetch(url, { method: 'POST', headers, body });
		const text = await response.text();
		return { status: response.status, text, json: () => JSON.parse(text) as unknown };
	}

	test('answers with the fields', async () => {
		const response = await send(await sample('vehicle_registration_back.jpg', 'image/jpeg'));
		expect(response.status).toBe(200);
		expect(response.json()).toMatchObject([
			{ type: 'vehicle_registration_back', plate: '00A-000.03', color: 'Xanh' },
		]);
	});

	test.each([
		['a broken file', async () => broken('broken.jpg', 'image/jpeg')],
		['a picture without a document', async () => await sample('blank.png', 'image/png')],
	])('answers with the reason: %s', async (_, file) => {
		const response = await send(await file());
		expect(response.status).toBe(422);
		expect(response.json()).toEqual({ error: expect.stringMatching(/\w/) });
	});

	test('sends nothing to the provider without the key', async () => {
		const response = await send(await sample('vehicle_registration_back.jpg', 'image/jpeg'), {});
		expect(response.status).toBe(403);
		expect(requestsTo('computerVisionVietnam')).toBe(0);
	});
});

describe('receipts-to-google-sheets.json', () => {
	let form: Awaited<ReturnType<typeof openForm>>;
	beforeAll(async () => {
		form = await openForm('receipts-to-google-sheets.json', {
			'Tencent Cloud OCR': withAccount('tencentCloudApi'),
			'Append Rows': {
				parameters: { documentId: { __rl: true, mode: 'url', value: google.spreadsheetUrl } },
				...(await signInToGoogle()),
			},
		});
	});

	/** Saves a credential of Google, and agrees as its user does in the browser. */
	async function signInToGoogle() {
		const change = await withCredential('googleSheetsOAuth2Api', google.client);
		const { id } = change.credentials.googleSheetsOAuth2Api;
		const { rest } = stage.n8n;
		const consent = await rest.request<string>('GET', `/oauth2-credential/auth?id=${id}`);
		const state = encodeURIComponent(new URL(consent).searchParams.get('state')!);
		await rest.download(`/oauth2-credential/callback?code=${google.code}&state=${state}`);
		return change;
	}

	/** The rows below the header. */
	const rows = () => {
		const [header, ...others] = google.cells;
		return others.map((row) =>
			Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])),
		);
	};

	test('an empty spreadsheet gets a header and the rows', async () => {
		const page = await form.submit([await sample('receipt.jpg', 'image/jpeg')]);
		expect(page.title).toBe(`${rows().length} rows added`);
		expect(google.cells[0].slice(0, 2)).toEqual(['fileName', 'page']);
		expect(google.cells[0]).toEqual(expect.arrayContaining(['text', 'column1', 'problem']));
		for (const name of ['receipts', 'submittedAt', 'formMode', 'error', 'left']) {
			expect(google.cells[0]).not.toContain(name);
		}
		const total = rows().find(({ column1 }) => column1 === 'TOTAL USD');
		expect(total).toMatchObject({ text: 'TOTAL USD 31.32', fileName: 'receipt.jpg', problem: '' });
	});

	test('a broken picture becomes a row, and the others follow', async () => {
		const earlier = rows();
		const header = [...google.cells[0]];
		const page = await form.submit([
			broken('broken.jpg', 'image/jpeg'),
			await sample('receipt.jpg', 'image/jpeg'),
		]);
		expect(page.message).toMatch(/^broken\.jpg: .+/);
		expect(google.cells[0]).toEqual(header);
		const [problem, ...others] = rows().slice(earlier.length);
		expect(problem).toMatchObject({
			fileName: 'broken.jpg',
			problem: expect.stringMatching(/\w/),
		});
		expect(others.map(({ text }) => text)).toEqual(earlier.map(({ text }) => text));
	});
});

describe('mail-attachments-to-answer-mail.json', () => {
	let imap: ImapServer;
	let smtp: SmtpServer;
	let workflow: Published;
	beforeAll(async () => {
		imap = await startImapServer();
		smtp = await startSmtpServer();
		workflow = await saveAndPublish(
			stage.n8n,
			await example('mail-attachments-to-answer-mail.json', {
				'New Mail': await withCredential('imap', imap.credential),
				'Tencent Cloud OCR': withAccount('tencentCloudApi'),
				'Send Answer': {
					parameters: { fromEmail: 'ocr@example.com' },
					...(await withCredential('smtp', smtp.credential)),
				},
			}),
		);
	});
	afterAll(async () => {
		await workflow?.unpublish();
		await imap?.stop();
		await smtp?.stop();
	});

	async function mail(subject: string, files: File[]) {
		const attachments = await Promise.all(
			files.map(async (file) => ({
				filename: file.name,
				content: Buffer.from(await file.arrayBuffer()),
			})),
		);
		const from = 'Ada <ada@example.com>';
		const all = { from, to: 'ocr@example.com', subject, text: 'Please read.', attachments };
		return await new MailComposer(all).compile().build();
	}

	test('one answer a mail, with the text of all its attachments', async () => {
		await imap.deliver(
			await mail('Two files', [
				await sample('receipt.jpg', 'image/jpeg'),
				await sample('letter.pdf', 'application/pdf'),
			]),
		);
		const answer = await smtp.nextMail();
		expect(answer).toMatchObject({
			from: { address: 'ocr@example.com' },
			to: [{ address: 'ada@example.com' }],
			subject: 'Re: Two files',
		});
		expect(answer.text).toMatch(
			/^receipt\.jpg\n\n[^]*TOTAL[^]*\nletter\.pdf\n\n[^]*Forty blue chairs/,
		);
		expect(smtp.waiting).toBe(0);
	});

	test('a mail without attachments gets no answer, and one with a broken file the reason', async () => {
		await imap.deliver(await mail('No file', []));
		expect((await workflow.nextRun()).status).toBe('success');
		await imap.deliver(await mail('Broken', [broken('broken.jpg', 'image/jpeg')]));
		const answer = await smtp.nextMail();
		expect(answer.subject).toBe('Re: Broken');
		expect(answer.text).toMatch(/^broken\.jpg: .+/);
		expect(answer.text).not.toMatch(/undefined|null/);
	});
});

describe('scan-folder-to-spreadsheet.json', () => {
	let sftp: SftpServer;
	let workflow: WorkflowJson;
	beforeAll(async () => {
		sftp = await startSftpServer();
		await mkdir(join(sftp.folder, 'inbox'));
		const server = await withCredential('sftp', sftp.credential);
		const all = (await example('scan-folder-to-spreadsheet.json', {})).nodes;
		const changes = all
			.filter(({ type }) => type === 'n8n-nodes-base.ftp')
			.map(({ name }) => [name, server] as const);
		workflow = await example('scan-folder-to-spreadsheet.json', {
			...Object.fromEntries(changes),
			'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
		});
	});
	afterAll(async () => await sftp?.stop());

	/** Puts a file into the inbox that was complete an hour ago. */
	async function scan(name: string, contents: Buffer | string, age = 3600) {
		const path = join(sftp.folder, 'inbox', name);
		await writeFile(path, contents);
		const time = Date.now() / 1000 - age;
		await utimes(path, time, time);
	}

	/** The names in a folder, without the time that the workflow puts before them. */
	const namesIn = async (folder: string) =>
		(await readdir(join(sftp.folder, folder))).map((name) => name.replace(/^\d{8}-\d{6} /, ''));

	async function run() {
		const { nodes, error } = await stage.n8n.workflows.run(workflow);
		expect(error).toBeUndefined();
		return nodes;
	}

	test('texts go to the spreadsheet, and files aside', async () => {
		await scan('letter.png', await readFile(samplePath('vietnamese_letter.png')));
		await scan("it's broken.jpg", 'no picture at all');
		await scan('unfinished.jpg', 'still uploading', 5);
		const nodes = await run();
		const rows = nodes['All Rows'].main[0].map(({ json }) => json);
		expect(rows.sort((a, b) => (String(a.file) < String(b.file) ? -1 : 1))).toMatchObject([
			{ file: "it's broken.jpg", text: '', problem: expect.stringMatching(/\w/) },
			{ file: 'letter.png', text: expect.stringMatching(/Bức thư này/), problem: '' },
		]);
		expect(await namesIn('inbox')).toEqual(['unfinished.jpg']);
		expect(await namesIn('done')).toEqual(['letter.png']);
		expect(await namesIn('failed')).toEqual(["it's broken.jpg"]);
		expectSpreadsheet(await readFile(join(sftp.folder, 'texts.xlsx')));
	});

	test('a run without new files changes nothing', async () => {
		const { mtimeMs } = await stat(join(sftp.folder, 'texts.xlsx'));
		await run();
		expect((await stat(join(sftp.folder, 'texts.xlsx'))).mtimeMs).toBe(mtimeMs);
		expect(requestsTo('computerVisionVietnam')).toBe(0);
	});

	test('a further run appends, and a file that comes twice has one row', async () => {
		const path = join(sftp.folder, 'done', (await readdir(join(sftp.folder, 'done')))[0]);
		const { mtimeMs } = await stat(path);
		await scan('letter.png', await readFile(path), (Date.now() - mtimeMs) / 1000);
		await utimes(join(sftp.folder, 'inbox', 'letter.png'), mtimeMs / 1000, mtimeMs / 1000);
		await scan('receipt.jpg', await readFile(samplePath('receipt.jpg')));
		const nodes = await run();
		const files = nodes['Once per Result'].main[0].map(({ json }) => String(json.file));
		expect(files.sort()).toEqual(["it's broken.jpg", 'letter.png', 'receipt.jpg']);
		expect(await namesIn('inbox')).toEqual(['unfinished.jpg']);
	});

	test('files that were not sent wait for the next run', async () => {
		// More than are sent at a time.
		const names = Array.from({ length: 24 }, (_, index) => `${index}.png`).sort();
		const blank = await readFile(samplePath('blank.png'));
		for (const name of names) await scan(name, blank);
		stage.sandbox.faults.add({ provider: 'computerVisionVietnam', code: '5', times: 100 });
		await run();
		const left = (await namesIn('inbox')).filter((name) => name !== 'unfinished.jpg');
		const failed = (await namesIn('failed')).filter((name) => names.includes(name));
		expect(failed).toHaveLength(requestsTo('computerVisionVietnam'));
		expect(left.length).toBeGreaterThan(0);
		expect([...left, ...failed].sort()).toEqual(names);
	});
});

describe('identity-check-with-review.json', () => {
	let smtp: SmtpServer;
	let changes: ExampleChanges;
	let form: Awaited<ReturnType<typeof openForm>>;
	beforeAll(async () => {
		smtp = await startSmtpServer();
		changes = {
			'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
			'Ask for Review': {
				parameters: { fromEmail: 'ocr@example.com', toEmail: 'reviewer@example.com' },
				...(await withCredential('smtp', smtp.credential)),
			},
		};
		form = await openForm('identity-check-with-review.json', changes);
	});
	afterAll(async () => await smtp?.stop());

	/** n8n does not count a click of a mail scanner. */
	const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

	const submit = async (front: string, back: string) =>
		await form.submit([await sample(front, 'image/jpeg')], [await sample(back, 'image/jpeg')]);

	/** The rows of the data table. */
	async function persons() {
		const dataTableId = { __rl: true, mode: 'name', value: 'Checked Persons' };
		const { nodes } = await stage.n8n.workflows.run(
			chain({
				name: 'Rows',
				type: 'n8n-nodes-base.dataTable',
				parameters: { operation: 'get', dataTableId, returnAll: true },
			}),
		);
		return nodes.Rows.main[0].map(({ json }) => json);
	}

	/** Clicks a button of the review mail, and gives the mail's text. */
	async function review(button: 'Approve' | 'Decline') {
		const { html = '', to } = await smtp.nextMail();
		expect(to).toMatchObject([{ address: 'reviewer@example.com' }]);
		const approved = button === 'Approve';
		const link = new RegExp(`href="([^"]*\\?approved=${approved}&[^"]*)"`).exec(html)![1];
		// The mail is sent a moment before n8n waits for the answer.
		const headers = { 'user-agent': BROWSER };
		for (let tries = 0; tries < 40; tries++) {
			if ((await fetch(link, { headers })).ok) return html;
			await sleep(250);
		}
		throw new Error(`Nothing is behind ${link}`);
	}

	test('a valid card is one row', async () => {
		const page = await submit('chip_id_card_front.jpg', 'chip_id_card_back.jpg');
		expect(page.message).toBe('Your card is valid.');
		expect((await form.nextRun()).error).toBeUndefined();
		expect(await persons()).toMatchObject([
			{
				...{ number: '000000000001', name: 'NGUYỄN VĂN MẪU', born: '1990-01-01' },
				...{ decision: 'valid', reason: '' },
			},
		]);
		expect(smtp.waiting).toBe(0);
	});

	test.each([
		['declined', 'Decline'],
		['approved', 'Approve'],
	] as const)('a photocopy is %s by the reviewer, in the same row', async (decision, button) => {
		const page = await submit('chip_id_card_front.jpg', 'chip_id_card_back_photocopy.jpg');
		expect(page.message).toBe('A colleague will look at your card.');
		expect(await review(button)).toMatch(/photocopy/);
		expect((await form.nextRun()).error).toBeUndefined();
		expect(await persons()).toMatchObject([
			{ number: '000000000001', decision, reason: expect.stringMatching(/photocopy/) },
		]);
	});

	test('an unreadable card is not stored', async () => {
		const front = broken('front.jpg', 'image/jpeg');
		const page = await form.submit([front], [await sample('chip_id_card_back.jpg', 'image/jpeg')]);
		expect(page).toMatchObject({
			title: 'This card could not be read',
			message: expect.stringMatching(/\w/),
		});
		expect(await persons()).toHaveLength(1);
	});

	test('a card that is hard to read goes to the reviewer, too', async () => {
		form = await openForm('identity-check-with-review.json', {
			...changes,
			'Computer Vision Vietnam': {
				parameters: { options: { normalizeValues: true, reviewBelow: 1 } },
				...withAccount('computerVisionVietnamApi'),
			},
		});
		const page = await submit('chip_id_card_front.jpg', 'chip_id_card_back.jpg');
		expect(page.message).toBe('A colleague will look at your card.');
		expect(await review('Approve')).toMatch(
			/Reason: \w+ \((?:front|back)\) has a confidence of 0\.\d/,
		);
		expect((await form.nextRun()).error).toBeUndefined();
	});
});

describe('chat with an agent', () => {
	let model: ChatModel;
	let chatModel: Awaited<ReturnType<typeof withCredential>>;
	beforeAll(async () => {
		model = await startChatModel();
		chatModel = await withCredential('openAiApi', model.credential);
	});
	afterAll(async () => await model?.stop());
	beforeEach(() => (model.requests.length = 0));

	/** Each node is in one of the examples, as the tool that the editor makes of it. */
	const BY_URL = [
		{
			file: 'chat-about-a-picture.json',
			tool: 'Tencent Cloud OCR',
			account: 'tencentCloudApi',
			sample: 'receipt.jpg',
			reads: /TOTAL/,
		},
		{
			file: 'chat-about-a-korean-picture.json',
			tool: 'NHN Cloud OCR',
			account: 'nhnCloudOcrApi',
			sample: 'korean_notice.png',
			reads: /SPECIMEN/,
		},
		{
			file: 'chat-about-an-uploaded-document.json',
			tool: 'Read URL',
			account: 'computerVisionVietnamApi',
			sample: 'vietnamese_letter.png',
			reads: /Trân trọng/,
		},
	] as const;
	const UPLOAD = BY_URL[2].file;

	const agent = async (file: string, changes: ExampleChanges) =>
		await example(file, { 'OpenAI Chat Model': chatModel, ...changes });

	/** The answer of an agent that reads what is uploaded. */
	async function chatWithUpload(parameters: object, ...files: File[]) {
		const account = withAccount('computerVisionVietnamApi');
		const workflow = await agent(UPLOAD, {
			'Read URL': account,
			'Read Uploaded File': { parameters: parameters as INodeParameters, ...account },
		});
		return await chat(stage.n8n, workflow, 'What is this about?', files);
	}

	/** The items that the tool has given to the model, which repeats them. */
	function itemsIn(answer: string): Array<Record<string, unknown>> {
		const [, items] = /^The tool says: ([^]*)$/.exec(answer) ?? [];
		if (!items) throw new Error(`The model has not called the tool: ${answer}`);
		return JSON.parse(items) as Array<Record<string, unknown>>;
	}

	const toolsOfModel = () => model.requests[0].tools!.map((tool) => tool.function);

	describe.each(BY_URL)('$file', ({ file, tool, account, sample: name, reads }) => {
		const url = () => `${stage.sandbox.url}/samples/${name}`;

		test('a tool with its defaults reads the picture at a URL', async () => {
			const workflow = await agent(file, { [tool]: withAccount(account) });
			const { parameters } = workflow.nodes.find((node) => node.name === tool)!;
			expect(Object.keys(parameters)).toEqual(['imageUrl']);
			const answer = await chat(stage.n8n, workflow, `What does ${url()} say?`);
			expect(itemsIn(answer)).toMatchObject([{ url: url(), text: expect.stringMatching(reads) }]);
		});

		test('the model is told when to use the tool, and what it wants', async () => {
			const workflow = await agent(file, { [tool]: withAccount(account) });
			await chat(stage.n8n, workflow, 'Good morning');
			const described = toolsOfModel().find((known) => known.name === tool.replaceAll(' ', '_'))!;
			expect(described.description).toMatch(/^Reads the text of a picture .*Use it when .*URL/);
			expect(Object.keys(described.parameters.properties)).toEqual(['Image_URL']);
		});

		test('the model is told why a picture failed', async () => {
			const workflow = await agent(file, { [tool]: withAccount(account) });
			const missing = `${stage.sandbox.url}/samples/missing.png`;
			const answer = await chat(stage.n8n, workflow, `What does ${missing} say?`);
			expect(itemsIn(answer)).toMatchObject([
				{ url: missing, error: expect.stringMatching(/^missing\.png: .*(download|URL)/) },
			]);
		});
	});

	test('a file that is uploaded in the chat comes by expression', async () => {
		const answer = await chatWithUpload(
			{},
			await sample('vietnamese_letter.png', 'image/png'),
			await sample('receipt.jpg', 'image/jpeg'),
		);
		expect(itemsIn(answer)).toMatchObject([
			{ fileName: 'vietnamese_letter.png', text: expect.stringMatching(/Trân trọng/) },
		]);
		expect(model.requests[0].messages[0].content).toMatch(
			/Uploaded files: data0 \(vietnamese_letter\.png\), data1 \(receipt\.jpg\)$/,
		);
		// The picture itself would cost far more than its text.
		expect(JSON.stringify(model.requests)).not.toContain('image_url');
	});

	test('the expression of the hint works as it is printed there', async () => {
		const answer = await chatWithUpload(
			{ binaryPropertyName: '={{ $("When chat message received").item.binary.data0 }}' },
			await sample('vietnamese_letter.png', 'image/png'),
		);
		expect(itemsIn(answer)).toMatchObject([{ text: expect.stringMatching(/Trân trọng/) }]);
	});

	test('a long text ends with a note, and the model gets no more', async () => {
		const answer = await chatWithUpload({}, await longPdf());
		const [{ text, pages }] = itemsIn(answer);
		expect(pages).toBe(4);
		const [, beginning, more] =
			/^([^]*)\n\n\[Continued: ([\d,]+) more characters\]$/.exec(String(text)) ?? [];
		expect(beginning).toHaveLength(20_000);
		expect(Number(more.replace(',', ''))).toBeGreaterThan(60);
	}, 180_000);

	test('the name of a field in place of the file: the model is told what to do', async () => {
		const answer = await chatWithUpload(
			{ binaryPropertyName: 'data0' },
			await sample('vietnamese_letter.png', 'image/png'),
		);
		expect(itemsIn(answer)).toMatchObject([
			{
				error:
					'An AI agent passes no files to its tools. Enter an expression that returns the file itself, or set Input Type to URL.',
			},
		]);
		expect(requestsTo('computerVisionVietnam')).toBe(0);
	});
});

/** A PDF of four pages with some more than 20,000 characters. */
async function longPdf(): Promise<File> {
	const pdf = await PDFDocument.create();
	const font = await pdf.embedFont(StandardFonts.Helvetica);
	const line =
		'The forty blue chairs and the seven round tables were sent to the harbour on Monday.';
	for (let number = 0; number < 4; number++) {
		const page = pdf.addPage(PageSizes.A4);
		for (let row = 0; row < 61; row++) {
			page.drawText(line, { x: 40, y: 800 - row * 11.5, size: 11, font });
		}
	}
	return new File([new Uint8Array(await pdf.save())], 'long.pdf', { type: 'application/pdf' });
}

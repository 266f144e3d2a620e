import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { documentCatalogue } from '../../../nodes/TencentCloudOcr/operations/document/catalogue';
import { BMP, fileItem, JPEG, PNG } from '../../support/files';
import { pagesOfSize } from '../../support/pdfPages';
import { textOf } from '../../support/runNode';
import { expectSchema } from '../../support/schema';
import { answerAll } from '../../support/wire';
import { answerWith, CHINA_HOST, failure, HOST, run } from '../tencent';
import { ANSWERS } from './answers';

const OFFICE = Buffer.from(ANSWERS.table.Response.Data as string, 'base64');
const OLD_OFFICE = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
const PDF = Buffer.from('%PDF-1.7\n');
/** A file of so many pages with a picture of a megabyte each. */
const pagesPdf = (count: number) => pagesOfSize(...new Array<number>(count).fill(1));
const ZIP = Buffer.from('PK\x03\x04');

type Sites = 'both' | 'china' | 'international';

/** From the documentation: the action of each operation, where it is offered, and what it accepts. */
const OPERATIONS: Array<
	[resource: string, operation: string, action: string, sites: Sites, accepts: string]
> = [
	['document', 'bankCard', 'BankCardOCR', 'china', 'PNG JPEG BMP'],
	['document', 'extractDocMulti', 'ExtractDocMulti', 'both', 'PNG JPEG PDF DOCX DOC'],
	['document', 'smartStructural', 'SmartStructuralOCRV2', 'international', 'PNG JPEG PDF'],
	['document', 'idCard', 'IDCardOCR', 'china', 'PNG JPEG BMP'],
	['document', 'generalInvoice', 'RecognizeGeneralInvoice', 'china', 'PNG JPEG PDF'],
	['document', 'licensePlate', 'LicensePlateOCR', 'china', 'PNG JPEG'],
	['document', 'seal', 'SealOCR', 'china', 'PNG JPEG BMP'],
	['document', 'tableAccurate', 'RecognizeTableAccurateOCR', 'china', 'PNG JPEG BMP PDF'],
	['document', 'table', 'TableOCR', 'china', 'PNG JPEG'],
	['document', 'vin', 'VinOCR', 'both', 'PNG JPEG'],
];

const KINDS: Array<[kind: string, bytes: Buffer]> = [
	['PNG', PNG],
	['JPEG', JPEG],
	['BMP', BMP],
	['PDF', PDF],
	['DOCX', OFFICE],
	['DOC', OLD_OFFICE],
	['ZIP', ZIP],
];

/** The node's own default is in `output`, which the operations on text set. */
const DEFAULTS = { resource: 'document', output: undefined } as never as INodeParameters;

/** What the fields of an operation send without being set. */
const OF_FIELDS: Record<string, object> = { extractDocMulti: { ConfigId: 'General' } };

test('every answer and every operation is here', () => {
	const here = OPERATIONS.map(([, operation]) => operation).sort();
	expect(Object.keys(ANSWERS).sort()).toEqual(here);
	expect(Object.keys(documentCatalogue).sort()).toEqual(here);
});

describe.each(OPERATIONS)('%s %s', (_, operation, action, sites, accepts) => {
	const host = sites === 'china' ? CHINA_HOST : HOST;

	async function sent(parameters: INodeParameters, bytes: Buffer = PNG, baseUrl = host) {
		nock.cleanAll();
		const requests = answerWith(() => ANSWERS[operation], baseUrl);
		const downloads = answerAll('https://example.com', () => [200, bytes]);
		const result = await run(
			{ ...DEFAULTS, operation, ...parameters },
			{
				items: [fileItem({ data: bytes })],
				credential: { baseUrl: 'custom', customBaseUrl: baseUrl },
			},
		);
		return { ...result, requests, downloads };
	}

	test('file: base64 in JSON, and rows as its schema says', async () => {
		const { error, outputs, requests } = await sent({ inputType: 'binary' });
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(1);
		expect(requests[0].body).toEqual({
			...OF_FIELDS[operation],
			ImageBase64: PNG.toString('base64'),
		});
		expect(requests[0].headers).toMatchObject({
			'x-tc-action': action,
			'x-tc-version': '2018-11-19',
		});
		expectSchema(`TencentCloudOcr/document/${operation}`, outputs[0]);
		expect(outputs[0].map(({ json }) => json.fileName)).toEqual(outputs[0].map(() => 'a.png'));
	});

	test('URL: Tencent Cloud downloads the picture', async () => {
		const imageUrl = 'https://example.com/a';
		const { error, requests, downloads } = await sent({ inputType: 'url', imageUrl });
		expect(error).toBeUndefined();
		expect(requests[0].body).toEqual({ ...OF_FIELDS[operation], ImageUrl: imageUrl });
		expect(downloads).toEqual([]);
	});

	test('base64: the same as a file', async () => {
		const imageBase64 = PNG.toString('base64');
		const { error, requests } = await sent({ inputType: 'base64', imageBase64 });
		expect(error).toBeUndefined();
		expect(requests[0].body).toEqual({ ...OF_FIELDS[operation], ImageBase64: imageBase64 });
	});

	test('Raw gives the unchanged answer, also one of an unknown structure', async () => {
		for (const answer of [ANSWERS[operation], { Response: { New: 1, RequestId: 'a' } }]) {
			nock.cleanAll();
			answerWith(() => answer, host);
			const { outputs } = await run(
				{ ...DEFAULTS, operation, inputType: 'binary', output: 'raw' },
				{ items: [fileItem({ data: PNG })], credential: { baseUrl: host } },
			);
			expect(outputs[0]).toEqual([expect.objectContaining({ json: answer })]);
		}
	});

	test('an answer of an unknown structure is an error with a way to see it', async () => {
		answerWith(() => ({ Response: { New: 1, RequestId: 'a' } }), host);
		const { error } = await run(
			{ ...DEFAULTS, operation, inputType: 'binary' },
			{ items: [fileItem({ data: PNG })], credential: { baseUrl: host } },
		);
		expect(textOf(error)).toMatch(/has an unknown structure\. Set Output to Raw to see it/);
	});

	test('an output that it does not have costs nothing', async () => {
		const { error, requests } = await sent({ inputType: 'binary', output: 'words' });
		expect(textOf(error)).toMatch(/Output is "words", but must be /);
		expect(requests).toEqual([]);
	});

	test.each(KINDS)('%s is sent, or refused before', async (kind, bytes) => {
		const isAccepted = accepts.split(' ').includes(kind);
		// The pages of this PDF cannot be counted.
		const options = kind === 'PDF' ? { pdfPages: '1' } : {};
		const { error, requests } = await sent({ inputType: 'binary', options }, bytes);
		expect(requests).toHaveLength(isAccepted ? 1 : 0);
		if (!isAccepted) expect(textOf(error)).toMatch(/, but Tencent Cloud accepts only .*PNG/);
	});

	const other = host === HOST ? CHINA_HOST : HOST;

	test('another site: sent if the action is there, or a sentence and nothing sent', async () => {
		const { error, requests, downloads } = await sent(
			{ inputType: 'url', imageUrl: 'https://example.com/a' },
			PNG,
			other,
		);
		expect(requests).toHaveLength(sites === 'both' ? 1 : 0);
		expect(downloads).toEqual([]);
		if (sites === 'both') return;
		const [own, foreign] =
			sites === 'china' ? ['China', 'international'] : ['international', 'China'];
		expect(textOf(error)).toContain(
			`Tencent Cloud offers ${action} only on the ${own} site, but the endpoint in the credential belongs to the ${foreign} site.`,
		);
	});

	test.each(['https://ocr.ap-singapore.tencentcloudapi.com', 'https://proxy.example.org'])(
		'%s may belong to either site, and is asked',
		async (endpoint) => {
			const { error, requests } = await sent({ inputType: 'binary' }, PNG, endpoint);
			expect(error).toBeUndefined();
			expect(requests).toHaveLength(1);
		},
	);
});

describe('a picture at a URL that Tencent Cloud downloads only in mainland China', () => {
	test.each(['bankCard', 'table'])(
		'%s: n8n downloads it for another endpoint',
		async (operation) => {
			const endpoint = 'https://ocr.ap-singapore.tencentcloudapi.com';
			const requests = answerWith(() => ANSWERS[operation], endpoint);
			const downloads = answerAll('https://example.com', () => [200, PNG]);
			const { error } = await run(
				{ ...DEFAULTS, operation, inputType: 'url', imageUrl: 'https://example.com/a' },
				{ credential: { baseUrl: endpoint } },
			);
			expect(error).toBeUndefined();
			expect(downloads).toHaveLength(1);
			expect(requests[0].body).toEqual({ ImageBase64: PNG.toString('base64') });
		},
	);
});

describe('sizes', () => {
	/** A picture whose base64 text has so many megabytes. */
	const ofMegabytes = (count: number) =>
		Buffer.concat([PNG, Buffer.alloc(Math.floor((count * 1024 * 1024 * 3) / 4))]);

	test.each([
		['table', 3],
		['vin', 7],
		['extractDocMulti', 10],
	])('%s: a file whose base64 has more than %i MB is not sent', async (operation, most) => {
		const host = operation === 'table' ? CHINA_HOST : HOST;
		const requests = answerWith(() => ANSWERS[operation], host);
		const parameters = { ...DEFAULTS, operation, inputType: 'binary' };
		const credential = { baseUrl: host };
		const { error } = await run(parameters, {
			items: [fileItem({ data: ofMegabytes(most) })],
			credential,
		});
		expect(textOf(error)).toMatch(/, but Tencent Cloud accepts at most /);
		expect(requests).toEqual([]);
		const { error: none } = await run(parameters, {
			items: [fileItem({ data: ofMegabytes(most - 0.1) })],
			credential,
		});
		expect(none).toBeUndefined();
		expect(requests).toHaveLength(1);
	});
});

describe('PDFs: a request a page', () => {
	test.each([
		['extractDocMulti', HOST, { ConfigId: 'General', PdfPageNumber: 1 }],
		['smartStructural', HOST, { IsPdf: true, PdfPageNumber: 1 }],
		['generalInvoice', CHINA_HOST, { EnablePdf: true, PdfPageNumber: 1 }],
		['tableAccurate', CHINA_HOST, { PdfPageNumber: 1 }],
	])('%s: each page alone, by its own parameters', async (operation, baseUrl, parameters) => {
		const requests = answerWith(() => ANSWERS[operation], baseUrl);
		const { error, outputs } = await run(
			{ ...DEFAULTS, operation, inputType: 'binary', options: { pdfPages: '2-3' } },
			{ items: [fileItem({ data: pagesPdf(3) })], credential: { baseUrl } },
		);
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(2);
		for (const { body } of requests) {
			const { ImageBase64, ...rest } = body;
			expect(rest).toEqual(parameters);
			expect(Buffer.from(String(ImageBase64), 'base64').toString('latin1')).toMatch(/^%PDF-/);
		}
		const [{ json }] = outputs[0];
		expect(json.pages).toBe(3);
		if (!['extractDocMulti', 'smartStructural'].includes(operation)) expect(json.page).toBe(2);
	});

	test('a URL of a PDF is downloaded by n8n', async () => {
		const requests = answerWith(() => ANSWERS.extractDocMulti);
		answerAll('https://example.com', () => [200, pagesPdf(1)]);
		const { error } = await run({
			...{ ...DEFAULTS, operation: 'extractDocMulti' },
			...{ inputType: 'url', imageUrl: 'https://example.com/a.pdf' },
		});
		expect(error).toBeUndefined();
		expect(requests[0].body).toMatchObject({ PdfPageNumber: 1, ImageBase64: expect.any(String) });
	});

	test('a page without text has nothing to read, and the others are rows', async () => {
		const requests = answerWith(
			(_, index) => (index === 0 ? ANSWERS.tableAccurate : failure('FailedOperation.ImageNoText')),
			CHINA_HOST,
		);
		const { error, outputs } = await run(
			{ ...DEFAULTS, operation: 'tableAccurate', inputType: 'binary' },
			{ items: [fileItem({ data: pagesPdf(2) })], credential: { baseUrl: CHINA_HOST } },
		);
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(2);
		expect(new Set(outputs[0].map(({ json }) => json.page))).toEqual(new Set([1]));
	});
});

describe('nothing to read', () => {
	test.each([
		['vin', HOST, /shows no document that Tencent Cloud can read/],
		['tableAccurate', CHINA_HOST, /found no row of a table/],
		['generalInvoice', CHINA_HOST, /found no invoice/],
	])('%s: an error', async (operation, baseUrl, says) => {
		answerWith(() => failure('FailedOperation.ImageNoText'), baseUrl);
		const { error } = await run(
			{ ...DEFAULTS, operation, inputType: 'binary' },
			{ items: [fileItem({ data: PNG })], credential: { baseUrl } },
		);
		expect(textOf(error)).toMatch(says);
	});

	test('the fields that were asked for are null', async () => {
		answerWith(() => failure('FailedOperation.ImageNoText'));
		const { outputs } = await run(
			{ ...DEFAULTS, operation: 'extractDocMulti', inputType: 'binary', fieldNames: 'A, B' },
			{ items: [fileItem({ data: PNG })] },
		);
		expect(outputs[0][0].json).toMatchObject({ A: null, B: null, lineItems: 0 });
	});
});

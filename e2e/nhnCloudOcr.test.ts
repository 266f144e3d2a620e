import { readFile as readFileFromDisk } from 'node:fs/promises';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { onStage } from './support/provider';
import { expectReceipt } from './support/receipt';
import { readFile, urls, wordsOf } from './support/workflow';

const stage = onStage({
	provider: 'nhn',
	type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
	credentialType: 'nhnCloudOcrApi',
	account: ({ credentials }) => credentials,
	parameters: { resource: 'text', operation: 'extract' },
});
const { items, ocr, run, sample, testCredential, url } = stage;

/** The credential of API v1.1, whose tokens come from the sandbox too. */
const tokenCredential = async (change = {}) =>
	await stage.n8n.credentials.save({
		name: `NHN token ${JSON.stringify(change)}`,
		type: 'nhnCloudOcrOAuth2Api',
		data: tokenAccount(change),
	});

const tokenAccount = (change = {}) => ({
	...stage.account().userCredentials,
	baseUrl: 'custom',
	customBaseUrl: stage.sandbox.url,
	tokenUrl: `${stage.sandbox.url}/oauth2/token/create`,
	...change,
});

/** The node signed in with a user access key. */
const withToken = async (parameters: INodeParameters, change = {}) =>
	ocr(
		{ authentication: 'userAccessKey', ...parameters },
		{ credentials: { nhnCloudOcrOAuth2Api: await tokenCredential(change) } },
	);

/** The node with an image in one of the three forms, behind a node that reads it if it is a file. */
async function withImage(inputType: string, name: string, parameters: INodeParameters) {
	const imageBase64 = (await readFileFromDisk(sample(name))).toString('base64');
	const node = ocr({ inputType, imageUrl: url(name), imageBase64, ...parameters });
	return inputType === 'binary' ? [readFile(sample(name)), node] : [node];
}

const actions = () => stage.sandbox.requests.map(({ action, code }) => `${action} ${code}`);

describe.each(['url', 'binary', 'base64'])('%s', (inputType) => {
	test('extract', async () => {
		const words = await items(
			...(await withImage(inputType, 'korean_notice.png', { output: 'words' })),
		);
		const texts = words.map(({ json }) => String(json.text));
		expect(texts.join(' ')).toMatch(/[가-힣]{2}/);
		expect(texts).toContain('SPECIMEN');
		for (const { json, pairedItem } of words) {
			expect(json.left).toBeLessThan(json.right as number);
			expect(json.confidence).toBeLessThanOrEqual(1);
			expect(pairedItem).toEqual({ item: 0 });
		}
		expect(actions()).toEqual(['v1.0 general OK']);
	});

	test('extractSegmented', async () => {
		const [{ json }, ...others] = await items(
			...(await withImage(inputType, 'long_receipt.png', {
				resource: 'text',
				operation: 'extractSegmented',
				output: 'fullText',
			})),
		);
		expect(others).toHaveLength(0);
		expect(json.text).toMatch(/SPECIMEN/);
		expect(json).toMatchObject({ fileType: 'png', slicesImages: expect.any(Number) });
		expect(json.slicesImages).toBeGreaterThan(1);
		// A line in the overlap of two segments, which the sandbox reads twice.
		expect(String(json.text).match(/Potatoes/g)).toHaveLength(1);
		expect(actions()).toEqual(['v1.0 general/cropping OK']);
	});
});

test('a receipt as rows, layout and Markdown: goods stay with their prices', async () => {
	await expectReceipt(async (output) =>
		items(ocr({ inputType: 'url', imageUrl: url('receipt.jpg'), output })),
	);
});

test('a marked image shows the boxes of the lines over the picture', async () => {
	const lines = await items(
		...(await withImage('binary', 'receipt.jpg', {
			output: 'lines',
			options: { markedImage: true },
		})),
	);
	const { marked } = lines[0].binary!;
	expect(marked).toMatchObject({ fileName: 'receipt.marked.svg', mimeType: 'image/svg+xml' });
	const svg = String(await stage.n8n.readBinary(marked));
	const picture = (await readFileFromDisk(sample('receipt.jpg'))).toString('base64');
	expect(svg).toContain(`href="data:image/jpeg;base64,${picture}"`);
	for (const { json } of lines) expect(svg).toContain(`<title>${json.line}: ${json.text}\n`);
	expect(svg.match(/<polygon/g)).toHaveLength(lines.length);
	expect(lines.filter(({ binary }) => binary?.marked)).toHaveLength(1);
});

test('words whose boxes are missing are read all the same', async () => {
	const words = async () =>
		await items(ocr({ inputType: 'url', imageUrl: url('korean_notice.png'), output: 'words' }));
	const texts = (all: INodeExecutionData[]) => all.map(({ json }) => json.text);
	const proper = await words();
	stage.sandbox.faults.add({ provider: 'nhn', fault: 'gaps' });
	const withGaps = await words();
	expect(texts(withGaps)).toEqual(texts(proper));
	expect(withGaps[0].json).toMatchObject({ left: null, right: null });
	expect(withGaps[1].json.left).toEqual(expect.any(Number));
});

test('a limit is met, and nothing is lost', async () => {
	stage.sandbox.limits.set({ provider: 'nhn', kind: 'slidingWindow', limit: 5 });
	const lines = await items(
		...urls(Array<string>(15).fill(url('blank.png'))),
		ocr({ inputType: 'url', imageUrl: '={{ $json.url }}' }),
	);
	expect(lines.map(({ pairedItem }) => pairedItem)).toEqual(
		Array.from({ length: 15 }, (_, item) => ({ item })),
	);
});

test('an image without text gives one empty item, or an error', async () => {
	const image = { inputType: 'url', imageUrl: url('blank.png') };
	const lines = await items(ocr(image));
	expect(lines.map(({ json }) => json.text)).toEqual(['']);
	const { error } = await run(ocr({ ...image, options: { failOnNoText: true } }));
	expect(wordsOf(error!)).toMatch(/^blank\.png: The image contains no text\. .* \(4000501\)$/);
});

test('a wrong secret key stops the run with a sentence', async () => {
	const { status, error } = await run(
		...urls(Array<string>(20).fill(url('blank.png'))),
		ocr(
			{ inputType: 'url', imageUrl: '={{ $json.url }}', options: { maxConcurrent: 2 } },
			{
				credentials: { nhnCloudOcrApi: await stage.saveCredential({ secretKey: 'not-this-one' }) },
			},
		),
	);
	expect(status).toBe('error');
	expect(wordsOf(error!)).toMatch(/secret key is wrong\. Copy both.* \(4010001\)$/);
	expect(stage.sandbox.requests.length).toBeLessThanOrEqual(2);
});

test.each(['4000006', '5000503'])('a request that is refused with %s arrives', async (code) => {
	stage.sandbox.faults.add({ provider: 'nhn', code });
	const lines = await items(ocr({ inputType: 'url', imageUrl: url('blank.png') }));
	expect(lines).toHaveLength(1);
	expect(actions()).toEqual([`v1.0 general ${code}`, 'v1.0 general 4000501']);
});

describe('with a user access key', () => {
	test('one token serves the items of a run, on API v1.1', async () => {
		const lines = await items(
			...urls(Array<string>(8).fill(url('blank.png'))),
			await withToken({ inputType: 'url', imageUrl: '={{ $json.url }}' }),
		);
		expect(lines).toHaveLength(8);
		const asked = actions();
		expect(asked.filter((action) => action.startsWith('v1.1 general'))).toHaveLength(8);
		expect(asked.length - 8).toBeLessThanOrEqual(1);
	});

	test('a token that expires within the run is renewed, and nothing is lost', async () => {
		stage.sandbox.faults.add({ provider: 'nhn', code: '4010003', skip: 3 });
		const lines = await items(
			...urls(Array<string>(10).fill(url('blank.png'))),
			await withToken({
				inputType: 'url',
				imageUrl: '={{ $json.url }}',
				options: { maxConcurrent: 2 },
			}),
		);
		expect(lines.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 10 }, (_, item) => ({ item })),
		);
		const asked = actions();
		expect(asked.filter((action) => action === 'v1.1 general 4000501')).toHaveLength(10);
		expect(asked.filter((action) => action.endsWith('4010003')).length).toBeGreaterThanOrEqual(1);
		expect(asked.filter((action) => /token/.test(action)).length).toBeGreaterThanOrEqual(1);
	});

	test('a redirect to another origin gets no token', async () => {
		stage.sandbox.faults.add({ provider: 'nhn', fault: 'redirect' });
		const { status } = await run(await withToken({ inputType: 'url', imageUrl: url('blank.png') }));
		expect(status).toBe('error');
		expect(actions().filter((action) => !/token/.test(action))).toEqual(['v1.1 general redirect']);
	});

	test('a wrong one stops the run with a sentence', async () => {
		const { error } = await run(
			await withToken(
				{ inputType: 'url', imageUrl: url('blank.png') },
				{ secretAccessKey: 'not-this-one' },
			),
		);
		expect(error!.message).toMatch(/^blank\.png: n8n could not get an access token/);
		expect(wordsOf(error!)).toMatch(
			/n8n could not get an access token .* Check the User Access Key ID/,
		);
		expect(actions().filter((action) => action.startsWith('v1.1'))).toEqual([]);
	});
});

describe("the credentials' tests", () => {
	const testToken = async (change = {}) => {
		const { id } = await tokenCredential(change);
		return await stage.n8n.credentials.test(id);
	};

	test('pass for good keys, without a recognition', async () => {
		expect(await testCredential()).toMatchObject({ status: 'OK' });
		expect(await testToken()).toMatchObject({ status: 'OK' });
		expect(actions().filter((action) => action.endsWith('OK') && /general/.test(action))).toEqual(
			[],
		);
	});

	test('follow no redirect to another origin', async () => {
		stage.sandbox.faults.add({ provider: 'nhn', fault: 'redirect' });
		expect(await testCredential()).toMatchObject({ status: 'Error' });
		expect(actions()).toEqual(['v1.0 general redirect']);
	});

	test('tell wrong keys, another service and an unreachable host apart', async () => {
		const messages = [
			await testCredential({ secretKey: 'not-this-one' }),
			await testCredential({ appKey: 'not-this-one' }),
			await testCredential({ customBaseUrl: 'http://127.0.0.1:9' }),
			await testToken({ secretAccessKey: 'not-this-one' }),
			await testToken({ tokenUrl: 'http://127.0.0.1:9' }),
		];
		expect(messages).toEqual(
			[
				/secret key is wrong/,
				/app key or the secret key is wrong/,
				/refused/i,
				/n8n could not get an access token/,
				/refused/i,
			].map((sentence) => ({ status: 'Error', message: expect.stringMatching(sentence) })),
		);
	});
});

test('a list of Allowed Domains holds for the token, and the test says so, too', async () => {
	const held = {
		// An account whose token is not known yet.
		userAccessKeyId: 'another-user',
		allowedHttpRequestDomains: 'domains',
		allowedDomains: 'a.example',
	};
	const sentence = /n8n could not get an access token.* Domain not allowed/;
	const { id } = await tokenCredential(held);
	expect(await stage.n8n.credentials.test(id)).toEqual({
		status: 'Error',
		message: expect.stringMatching(sentence),
	});
	const { error } = await run(
		await withToken({ inputType: 'url', imageUrl: url('blank.png') }, held),
	);
	expect(wordsOf(error!)).toMatch(sentence);
	expect(actions()).toEqual([]);
});

test("no secret and no token is in a run, n8n's log or the sandbox's output", async () => {
	const everything = await stage.everythingSaid();
	expect(everything).toContain('4010001');
	const { credentials, userCredentials } = stage.account();
	expect(everything).not.toContain(credentials.secretKey);
	expect(everything).not.toContain(userCredentials.secretAccessKey);
	expect(everything).not.toMatch(/Bearer [\w-]{8}/);
});

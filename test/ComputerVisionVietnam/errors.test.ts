import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fileItem, urlItems } from '../support/files';
import { textOf } from '../support/runNode';
import { answerWith, API_SECRET, failed, run, succeeded } from './vision';

const TEXT: INodeParameters = { resource: 'text', operation: 'extract' };
const CARD: INodeParameters = { resource: 'card', operation: 'verify' };
const SENTENCES: Array<[number, RegExp]> = [
	[2, /could not download the image\. Check that the URL opens without a login/],
	[3, /cannot read this image format\. Save the image as JPG or PNG/],
	[4, /out of requests\. Buy more/],
	[5, /API key or the API secret is wrong\. Copy both/],
	[6, /does not accept the image in this form\. Choose another Input Type\. /],
];

describe.each([
	['text', TEXT],
	['document', CARD],
])('%s: an error says what to do, and the provider’s words stand below it', (_, operation) => {
	test.each(SENTENCES)('error %d', async (code, sentence) => {
		answerWith(() => failed(code));
		const { error } = await run(operation);
		expect(textOf(error)).toMatch(sentence);
		expect(error!.message).toMatch(/^a\.png: [^.]+$/);
		const said = `Computer Vision Vietnam says: ${failed(code).errorMessage} (error ${code})`;
		expect(error!.description!.endsWith(`. ${said}`)).toBe(true);
	});

	test('a number in place of the string', async () => {
		answerWith(() => ({ ...failed(5), errorCode: 5 }));
		expect(textOf((await run(operation)).error)).toMatch(/ \(error 5\)$/);
	});

	test('a code that is not documented', async () => {
		answerWith(() => ({ data: '', errorCode: '99', errorMessage: 'Something new' }));
		const { error } = await run(operation);
		expect(textOf(error)).toBe(
			'a.png: Computer Vision Vietnam rejected the request. Check the image and the options. Computer Vision Vietnam says: Something new (error 99)',
		);
	});

	test('words that are an object are readable', async () => {
		answerWith(() => ({ errorCode: { a: 1 }, errorMessage: { vi: 'Lỗi' } }));
		const { error } = await run(operation);
		expect(textOf(error)).toMatch(
			/\. Computer Vision Vietnam says: {"vi":"Lỗi"} \(error {"a":1}\)$/,
		);
	});

	test.each([['<html>Welcome</html>'], [{}], [[]], ['']])(
		'%j is not an answer of the provider',
		async (answer) => {
			answerWith(() => [200, answer]);
			expect(textOf((await run(operation)).error)).toMatch(
				/^a\.png: The service that responded is not Computer Vision Vietnam\. Check the endpoint/,
			);
		},
	);

	test('an HTTP status is told when the answer says nothing', async () => {
		answerWith(() => [404, 'no such page']);
		expect(textOf((await run(operation)).error)).toMatch(/HTTP status 404/);
	});

	test('an HTTP status is told beside a code that is not documented, with its words', async () => {
		answerWith(() => [422, { data: '', errorCode: '99', errorMessage: 'File too large' }]);
		const { error } = await run(operation);
		expect(textOf(error)).toMatch(/HTTP status 422/);
		expect(error!.description).toMatch(/File too large/);
	});

	test('an HTTP status that is an error is not a success, whatever the code', async () => {
		answerWith(() => [404, succeeded('')]);
		expect(textOf((await run(operation)).error)).toMatch(/HTTP status 404/);
	});

	test("the provider's code counts more than the HTTP status", async () => {
		answerWith(() => [401, failed(5)]);
		expect(textOf((await run(operation)).error)).toMatch(/ \(error 5\)$/);
	});
});

test('error 1 of a document says what picture to take', async () => {
	answerWith(() => failed(1));
	const { error } = await run(CARD);
	expect(textOf(error)).toMatch(
		/shows no document.*\. Take a sharp, upright picture.* \(error 1\)$/,
	);
});

test.each([[''], [[]], [null]])('a document answer with data %j says the same', async (data) => {
	answerWith(() => succeeded(data));
	expect(textOf((await run(CARD)).error)).toMatch(/shows no document/);
	const { outputs } = await run({ ...CARD, simplify: false });
	expect(outputs[0].map(({ json }) => json)).toEqual([succeeded(data)]);
});

describe.each([4, 5])('error %d ends the run', (code) => {
	test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s',
		async (onError) => {
			const requests = answerWith((_, index) => (index < 3 ? succeeded('') : failed(code)));
			const { outputs, error } = await run(
				{ ...TEXT, imageUrl: '={{ $json.url }}', options: { maxConcurrent: 1 } },
				{ items: urlItems(20), settings: { onError } },
			);
			expect(requests).toHaveLength(4);
			if (onError === 'stopWorkflow') {
				expect(textOf(error)).toMatch(`(error ${code})`);
				return;
			}
			const all = outputs.flat();
			expect(all.map(({ pairedItem }) => pairedItem)).toEqual(
				Array.from({ length: 20 }, (_, item) => ({ item })),
			);
			const errors = all.flatMap(({ json }) => (json.error ? [String(json.error)] : []));
			expect(errors).toHaveLength(17);
			expect(errors[0]).toMatch(new RegExp(` \\(error ${code}\\)$`));
			expect(errors.slice(1).every((message) => /^\d+\.png: Not sent, because/.test(message))).toBe(
				true,
			);
		},
	);
});

test('errors of one image leave the others alone under Continue', async () => {
	const answers = [failed(2), succeeded(''), failed(3), failed(6), failed(1)];
	answerWith(({ query }) => answers[Number(/(\d)\.png/.exec(decodeURIComponent(query))![1])]);
	const { outputs } = await run(
		{ ...TEXT, imageUrl: '={{ $json.url }}' },
		{ items: urlItems(5), settings: { onError: 'continueErrorOutput' } },
	);
	const itemsOf = (output: number) => outputs[output].map(({ pairedItem }) => pairedItem);
	expect(itemsOf(0)).toEqual([{ item: 1 }, { item: 4 }]);
	expect(itemsOf(1)).toEqual([{ item: 0 }, { item: 2 }, { item: 3 }]);
});

test.each(['', 'cloud.computervision.com.vn', 'ftp://example.com'])(
	'a custom endpoint %j is no URL, which ends the run',
	async (customBaseUrl) => {
		const { outputs } = await run(
			{ ...TEXT, imageUrl: '={{ $json.url }}' },
			{
				items: urlItems(3),
				settings: { onError: 'continueRegularOutput' },
				credential: { baseUrl: 'custom', customBaseUrl },
			},
		);
		const errors = outputs[0].map(({ json }) => json.error);
		expect(errors).toHaveLength(3);
		expect(errors[0]).toBe(
			`0.png: The endpoint in the credential is ${customBaseUrl ? 'not a URL' : 'empty'}. Enter a URL that begins with https://.`,
		);
	},
);

test.each([429, 503])('HTTP status %d is tried again', async (status) => {
	const requests = answerWith((_, index) => (index === 0 ? [status, ''] : succeeded('')));
	const { error } = await run(TEXT);
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(2);
});

test('no error has the secret or the image in it', async () => {
	for (const answer of [failed(5), [500, 'x'], [404, 'x']] as Array<IDataObject>) {
		answerWith(() => answer);
		const picture = fileItem({ data: Buffer.alloc(300, 'secret picture') });
		const { run: whole } = await run({ ...TEXT, inputType: 'binary' }, { items: [picture] });
		const told = JSON.stringify(whole.data.resultData.error);
		expect(told).toMatch(/message/);
		expect(told).not.toContain(API_SECRET);
		expect(told).not.toContain(Buffer.from(`:${API_SECRET}`).toString('base64').slice(4, 20));
		expect(told).not.toMatch(/c2VjcmV0IHBpY3R1cm|secret picture/);
	}
}, 60_000);

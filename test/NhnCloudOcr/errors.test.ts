import { fileItem, PNG, urlItems } from '../support/files';
import { textOf } from '../support/runNode';
import { answerWith, failed, run, SECRET_KEY, wordOf } from './nhn';

/** The result codes of NHN Cloud's tables, and a part of what the message has to say. */
const SENTENCES: Array<[number, RegExp]> = [
	[-1, /Try this image again later\. NHN/],
	[400, /does not understand the request/],
	[403, /project, and that the role/],
	[404, /Check the app key and the endpoint/],
	[405, /Check the endpoint/],
	[415, /Choose another Input Type/],
	[4000001, /Check the image URL/],
	[4000002, /save it again as PNG or JPG/],
	[4000003, /only JPG and PNG files\. Convert/],
	[4000004, /file is empty/],
	[4000005, /key is missing .* Check the credential/],
	[4000502, /URL is too large .* Resize it first/],
	[4000503, /within 20 seconds/],
	[4000504, /opens without a login/],
	[4000505, /Use the operation Extract Segmented/],
	[4010001, /app key or the secret key is wrong\. Copy both/],
	[4010002, /project, and that the role/],
	[4010003, /project, and that the role/],
	[4010004, /project, and that the role/],
	[4010005, /project, and that the role/],
	[4010006, /Check the user access key/],
	[4010007, /Check the user access key/],
	[4041007, /no image at the URL/],
	[4131000, /too large for NHN Cloud\. Resize it first/],
	[5000001, /internal error\. Try this image again later/],
	[5000005, /internal error/],
	[5005001, /internal error/],
	[5005003, /internal error/],
];

test.each(SENTENCES)('result code %d', async (code, sentence) => {
	const requests = answerWith(() => failed(code, 'Their own words.'));
	const { error } = await run({});
	expect(textOf(error)).toMatch(sentence);
	expect(error!.message).toMatch(/^a\.png: [^.]+$/);
	expect(error!.description).toMatch(/^[A-Z].*\. NHN Cloud says: Their own words\. \(-?\d+\)$/);
	expect(error!.description).toContain(`(${code})`);
	expect(requests).toHaveLength(1);
});

test('result code 4000505 of segments does not advise segments', async () => {
	answerWith(() => failed(4000505));
	const { error } = await run({ operation: 'extractSegmented' });
	expect(textOf(error)).toMatch(
		/segments\. Split it into smaller images\. NHN Cloud says: .* \(4000505\)$/,
	);
	expect(textOf(error)).not.toContain('Extract Segmented');
});

test.each<[unknown, unknown, RegExp]>([
	['false', 4000002, /^a\.png: NHN Cloud could not read the file\. .* \(4000002\)$/],
	['False', '4000002', /^a\.png: NHN Cloud could not read the file\. .* \(4000002\)$/],
	[undefined, 4000002, /^a\.png: NHN Cloud could not read the file\. .* \(4000002\)$/],
	[0, ' 4000002 ', /^a\.png: NHN Cloud could not read the file\. .* \(4000002\)$/],
	['false', { code: 1 }, /rejected the request\. .* \(\{"code":1\}\)$/],
	[null, null, /without giving a reason\. Try this image again later\. NHN .* \(-1\)$/],
])(
	'isSuccessful %j with result code %j is an error, although there is text',
	async (isSuccessful, resultCode, sentence) => {
		const header = { isSuccessful, resultCode, resultMessage: { reason: 'Theirs.' } };
		answerWith(() => ({ ...wordOf('a'), header }));
		const { error } = await run({});
		expect(textOf(error)).toMatch(sentence);
		expect(error!.description).toContain('NHN Cloud says: {"reason":"Theirs."} (');
	},
);

test.each<[unknown, unknown]>([
	[true, 0],
	['true', '0'],
	['TRUE', undefined],
	[undefined, '0'],
])('isSuccessful %j with result code %j is a success', async (isSuccessful, resultCode) => {
	answerWith(() => ({ ...wordOf('a'), header: { isSuccessful, resultCode } }));
	const { outputs, error } = await run({});
	expect(error).toBeUndefined();
	expect(outputs[0][0].json.text).toBe('a');
});

test('an HTTP status counts where the code is not documented', async () => {
	let isBusy = true;
	const requests = answerWith(() => {
		if (!isBusy) return wordOf('a');
		isBusy = false;
		return [429, failed(4290001)];
	});
	const { error } = await run({});
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(2);
});

test('a code that is not documented, and an answer without one', async () => {
	answerWith(({ body }) =>
		String(body).includes('0.png') ? failed(4999999) : { header: { isSuccessful: false } },
	);
	const { outputs } = await run(
		{ imageUrl: '={{ $json.url }}' },
		{ items: urlItems(2), settings: { onError: 'continueRegularOutput' } },
	);
	expect(outputs[0].map(({ json }) => json.error)).toEqual([
		'0.png: NHN Cloud rejected the request. Check the image and the options. NHN Cloud says: As documented. (4999999)',
		expect.stringMatching(/^1\.png: .*\. Try this image again later\. .*\(-1\)$/),
	]);
});

test.each<[string, object | string | [number, unknown]]>([
	['4000006', failed(4000006)],
	['5000503', failed(5000503)],
	['HTTP status 429', [429, 'slow down']],
	['HTTP status 503', [503, '']],
])('%s is tried again', async (_, answer) => {
	const requests = answerWith((_request, index) => (index === 0 ? answer : wordOf('a')));
	const { outputs, error } = await run({});
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	expect(requests).toHaveLength(2);
});

test.each([['<html></html>'], [{}], [{ header: null }], ['']])(
	'%j is not an answer of NHN Cloud',
	async (answer) => {
		answerWith(() => [200, answer]);
		expect(textOf((await run({})).error)).toMatch(
			/^a\.png: The service that responded is not NHN Cloud OCR\. Check/,
		);
	},
);

describe.each<[string, object | [number, unknown]]>([
	['4010001', failed(4010001)],
	['4010005', failed(4010005)],
	['HTTP status 401', [401, 'no']],
])('%s ends the run', (_, answer) => {
	test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s',
		async (onError) => {
			const requests = answerWith((_request, index) => (index < 2 ? wordOf('a') : answer));
			const { outputs, error } = await run(
				{ imageUrl: '={{ $json.url }}', options: { maxConcurrent: 1 } },
				{ items: urlItems(10), settings: { onError } },
			);
			expect(requests).toHaveLength(3);
			if (onError === 'stopWorkflow') {
				expect(textOf(error)).toMatch(/ \((40\d+|HTTP status 401)\)$/);
				return;
			}
			const all = outputs.flat();
			expect(all.map(({ pairedItem }) => pairedItem)).toEqual(
				Array.from({ length: 10 }, (_item, item) => ({ item })),
			);
			const unsent = all.filter(({ json }) =>
				/^\d\.png: Not sent, because/.test(String(json.error)),
			);
			expect(unsent).toHaveLength(7);
		},
	);
});

test('no error has the key or the image in it', async () => {
	answerWith(() => failed(4010001));
	const picture = fileItem({ data: Buffer.concat([PNG, Buffer.from('secret picture')]) });
	const { run: whole } = await run({ inputType: 'binary' }, { items: [picture] });
	const told = JSON.stringify(whole.data.resultData.error);
	expect(told).toMatch(/4010001/);
	expect(told).not.toContain(SECRET_KEY);
	expect(told).not.toContain('secret picture');
});

test.each([5000002, 5000003, 5000004, 5005002])(
	'result code %d says the same as 5000001',
	async (code) => {
		answerWith((_, index) => failed(index === 0 ? 5000001 : code));
		const { error: known } = await run({});
		const { error } = await run({});
		expect(textOf(error)).toBe(textOf(known).replace('5000001', String(code)));
	},
);

/* Option Most Requests: a cap on what one execution of a node may spend. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { answerMemory } from '../../nodes/shared/engine/reuse/answerMemory';
import { operations } from '../support/descriptions';
import { fileItem, PNG, urlItems } from '../support/files';
import { runOperation } from '../support/operationRun';
import { textOf } from '../support/runNode';
import * as tencent from '../TencentCloudOcr/tencent';

const { answerWith, failure, FROM_ITEM, itemOf, lineOf, run } = tencent;

beforeEach(() => {
	answerMemory.clear();
	// The shortest wait before a retry.
	jest.spyOn(Math, 'random').mockReturnValue(1);
});

const MODES = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const GOES_ON = { onError: 'continueRegularOutput' } as const;

const REFUSED =
	/Not sent, because Most Requests is \d+\. Raise it, or read the rest in another execution\.$/;

const told = (items: INodeExecutionData[]) => items.map(({ json }) => json.text ?? json.error);

test.each(operations.map((each) => [each.path, each] as const))(
	'%s: what is beyond it is an error item, and is not sent',
	async (_, described) => {
		const items = Array.from({ length: 4 }, () => fileItem({ data: PNG, front: PNG, back: PNG }));
		const options = { mostRequests: 3 };
		const settings = GOES_ON;
		const { outputs, requests } = await runOperation(described, { options }, { items, settings });
		expect(requests).toHaveLength(3);
		const failed = outputs[0].filter(({ json }) => json.error);
		expect(failed).toEqual([
			{
				json: expect.objectContaining({ error: expect.stringMatching(REFUSED) }),
				pairedItem: expect.any(Object),
			},
		]);
		expect(new Set(outputs[0].map(({ pairedItem }) => JSON.stringify(pairedItem))).size).toBe(4);
	},
);

test.each(MODES)(
	'%s: the items before are read, and what they asked is not lost',
	async (onError) => {
		const requests = answerWith(async (request) => {
			await sleep(20);
			return lineOf(`item ${itemOf(request)}`);
		});
		const options = { mostRequests: 4, reuseAnswers: 60, reuseForUrls: true };
		const { outputs, error } = await run(
			{ ...FROM_ITEM, options },
			{ items: urlItems(6), settings: { onError } },
		);
		expect(requests).toHaveLength(4);
		if (onError === 'stopWorkflow') {
			expect(error!.message).toBe('4.png: Not sent, because Most Requests is 4');
			expect(error!.context!.itemIndex).toBe(4);
		} else {
			expect(error).toBeUndefined();
			const [read, failed = []] = outputs;
			const texts = [0, 1, 2, 3].map((item) => `item ${item}`);
			const errors = [4, 5].map((item) =>
				expect.stringMatching(new RegExp(`^${item}\\.png: Not s`)),
			);
			expect(told([...read, ...failed])).toEqual([...texts, ...errors]);
			expect([...read, ...failed].map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 1, 2, 3, 4, 5].map((item) => ({ item })),
			);
		}
		// None of the four requests was aborted, and none is paid again.
		const { outputs: later } = await run({ ...FROM_ITEM, options }, { items: urlItems(6) });
		expect(requests).toHaveLength(6);
		expect(later[0].map(({ json }) => json.reused)).toEqual([true, true, true, true, false, false]);
	},
);

test('pages of a PDF beyond it leave those that were read', async () => {
	const requests = answerWith(({ body }) => lineOf(`page ${body.PdfPageNumber}`));
	const { outputs } = await run(
		{
			...{ inputType: 'base64', imageBase64: btoa('%PDF-1.7') },
			options: { pdfPages: '1-5', mostRequests: 3 },
		},
		{ settings: GOES_ON },
	);
	expect(requests).toHaveLength(3);
	expect(told(outputs[0])).toEqual([
		...[1, 2, 3].map((page) => `page ${page}`),
		...[4, 5].map((page) => expect.stringMatching(new RegExp(`^Page ${page}: Not sent, because`))),
	]);
});

test('a retry is a request', async () => {
	const requests = answerWith((_, index) => (index === 0 ? [503, ''] : lineOf('text')));
	const { outputs } = await run(
		{ ...FROM_ITEM, options: { mostRequests: 2, maxConcurrent: 1 } },
		{ items: urlItems(2), settings: GOES_ON },
	);
	expect(requests).toHaveLength(2);
	expect(told(outputs[0])).toEqual([
		'text',
		expect.stringMatching(/^1\.png: Not sent, because Most Requests is 2\./),
	]);
});

test.each(MODES)('%s: a retry that is beyond it is not sent', async (onError) => {
	const requests = answerWith(() => [503, '']);
	const { outputs, error } = await run(
		{ ...FROM_ITEM, options: { mostRequests: 2 } },
		{ items: urlItems(1), settings: { onError } },
	);
	expect(requests).toHaveLength(2);
	expect(
		textOf(error) +
			outputs
				.flat()
				.map(({ json }) => String(json.error))
				.join(),
	).toMatch(
		/^0\.png: The service is not available\. .* Not retried, because Most Requests is 2\. /,
	);
});

test('an answer that is reused is none', async () => {
	const requests = answerWith(() => lineOf('text'));
	const parameters = {
		...FROM_ITEM,
		options: { mostRequests: 2, reuseAnswers: 60, reuseForUrls: true, maxConcurrent: 1 },
	};
	const items = [0, 1, 0, 1, 2].map((index) => urlItems(3)[index]);
	const { outputs } = await run(parameters, { items, settings: GOES_ON });
	expect(requests).toHaveLength(2);
	expect(told(outputs[0])).toEqual([...Array(4).fill('text'), expect.stringMatching(/Not sent/)]);
});

test('a page that cannot be sent is none', async () => {
	const requests = answerWith(() => lineOf('text'));
	const large = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(8 * 1024 * 1024)]);
	const items = [large, PNG].map((file) => ({ json: { file: file.toString('base64') } }));
	const { outputs } = await run(
		{
			...{ inputType: 'base64', imageBase64: '={{ $json.file }}' },
			options: { mostRequests: 1, pdfPages: '1', maxConcurrent: 1 },
		},
		{ items, settings: GOES_ON },
	);
	expect(requests).toHaveLength(1);
	expect(outputs[0].map(({ json }) => json.text ?? json.error)).toEqual([
		expect.stringMatching(/^Page 1: The PDF is larger than 7\.50 MB/),
		'text',
	]);
});

test('every execution has its own, and so has every try of the node', async () => {
	const requests = answerWith((_, index) =>
		index === 1 ? failure('FailedOperation.OcrFailed') : lineOf('text'),
	);
	const { error } = await run(
		{ ...FROM_ITEM, options: { mostRequests: 2, maxConcurrent: 1 } },
		{ items: urlItems(2), settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
	);
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(4);
});

describe('its value', () => {
	const read = async (options: INodeParameters) => {
		const requests = answerWith(() => lineOf('text'));
		const { outputs } = await run(
			{ ...FROM_ITEM, options },
			{ items: urlItems(2), settings: GOES_ON },
		);
		return { sent: requests.length, told: told(outputs[0]) };
	};

	test('0 sends nothing', async () => {
		expect(await read({ mostRequests: 0 })).toEqual({
			sent: 0,
			told: Array(2).fill(expect.stringMatching(REFUSED)),
		});
	});

	test('may be large, and is written so that it can be read', async () => {
		expect((await read({ mostRequests: 1_000_000 })).sent).toBe(2);
	});

	test.each([['many'], [-1], ['={{ [5] }}']])(
		'%j is refused before anything is sent',
		async (mostRequests) => {
			expect(await read({ mostRequests })).toEqual({
				sent: 0,
				told: Array(2).fill(
					expect.stringMatching(/^\d\.png: Most Requests is .*, but must be a number from 0 to/),
				),
			});
		},
	);
});

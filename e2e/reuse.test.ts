/*
 * What is paid once stays paid: executions of one n8n process, and the sandbox's own count of what it
 * read.
 */
import type { INodeParameters } from 'n8n-workflow';

import type { NodeJson } from '../local-n8n/chain';
import { chain } from '../local-n8n/chain';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import type { Stage } from './support/stage';
import { setStage, STAGE_TIMEOUT } from './support/stage';
import { readFile, urls, wordsOf } from './support/workflow';

let stage: Stage;
let credentials: Awaited<ReturnType<typeof saveSandboxCredentials>>;

beforeAll(async () => {
	stage = await setStage();
	credentials = await saveSandboxCredentials(stage.n8n, stage.sandbox);
}, STAGE_TIMEOUT);
afterAll(async () => await stage?.stop());
beforeEach(() => {
	stage.sandbox.faults.clear();
	stage.sandbox.requests.length = 0;
});

const REUSE = { reuseAnswers: 60 };

const NODES = {
	computerVisionVietnamApi: 'n8n-nodes-cloud-ocr.computerVisionVietnam',
	nhnCloudOcrApi: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
	nhnCloudOcrOAuth2Api: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
	tencentCloudApi: 'n8n-nodes-cloud-ocr.tencentCloudOcr',
};

/** The node of a credential, named OCR. */
const ocr = (
	type: keyof typeof NODES,
	parameters: INodeParameters = {},
	more: Partial<NodeJson> = {},
): NodeJson => ({
	name: 'OCR',
	type: NODES[type],
	parameters: {
		...(type === 'nhnCloudOcrOAuth2Api' && { authentication: 'userAccessKey' }),
		...parameters,
	},
	credentials: { [type]: credentials[type] },
	...more,
});

/** How many recognitions the sandbox has read since the last look. */
function sent(): number {
	const read = stage.sandbox.requests.filter(({ action }) => !/token/.test(String(action)));
	stage.sandbox.requests.length = 0;
	return read.length;
}

const url = (name: string) => `${stage.sandbox.url}/samples/${name}`;

async function read(...nodes: NodeJson[]) {
	const { nodes: ran, error } = await stage.n8n.workflows.run(chain(...nodes));
	expect(error).toBeUndefined();
	return ran.OCR.main[0].map(({ json }) => json);
}

test.each(Object.keys(NODES) as Array<keyof typeof NODES>)(
	'%s: a file is paid once, in any workflow and for any output',
	async (type) => {
		const file = readFile(stage.sample('korean_notice.png'));
		const [first] = await read(file, ocr(type, { options: REUSE }));
		expect([first.reused, sent()]).toEqual([false, 1]);
		const [again] = await read(file, ocr(type, { options: REUSE }));
		expect(again).toEqual({ ...first, reused: true });
		const lines = await read(file, ocr(type, { output: 'lines', options: REUSE }));
		expect(new Set(lines.map(({ reused }) => reused))).toEqual(new Set([true]));
		expect(sent()).toBe(0);
		// Without the option, it is read anew.
		await read(file, ocr(type));
		expect(sent()).toBe(1);
	},
);

test('pages of a PDF are paid once', async () => {
	const pages = async (pdfPages: string) =>
		await read(
			readFile(stage.sample('letter.pdf')),
			ocr('tencentCloudApi', { output: 'lines', options: { ...REUSE, pdfPages } }),
		);
	await pages('2');
	expect(sent()).toBe(1);
	const lines = await pages('all');
	expect(sent()).toBe(2);
	for (const { page, reused } of lines) expect([page, reused]).toEqual([page, page === 2]);
});

test('Stop Workflow: what was read before the failure is not paid again', async () => {
	const names = ['blank.png', 'receipt.jpg', 'vietnamese_letter.png', 'missing.png'];
	const nodes = (last: string) => [
		...urls([...names.slice(0, 3), last].map(url)),
		ocr('tencentCloudApi', {
			...{ inputType: 'url', imageUrl: '={{ $json.url }}', output: 'fullText' },
			options: { ...REUSE, reuseForUrls: true, maxConcurrent: 1 },
		}),
	];
	const { error } = await stage.n8n.workflows.run(chain(...nodes('missing.png')));
	expect(wordsOf(error!)).toMatch(/^missing\.png: /);
	expect(sent()).toBe(4);
	const rows = await read(...nodes('korean_notice.png'));
	expect(rows.map(({ reused }) => reused)).toEqual([true, true, true, false]);
	expect(sent()).toBe(1);
});

test('Most Requests: what is beyond it is not sent', async () => {
	const names = ['blank.png', 'receipt.jpg', 'vietnamese_letter.png'];
	const rows = await read(
		...urls(names.map(url)),
		ocr(
			'nhnCloudOcrApi',
			{
				...{ inputType: 'url', imageUrl: '={{ $json.url }}' },
				options: { mostRequests: 2, maxConcurrent: 1 },
			},
			{ onError: 'continueRegularOutput' },
		),
	);
	expect(sent()).toBe(2);
	expect(rows.map(({ url: address, error }) => [address, error])).toEqual([
		[url(names[0]), undefined],
		[url(names[1]), undefined],
		[url(names[2]), expect.stringMatching(/^vietnamese_letter\.png: Not sent, because Most Req/)],
	]);
});

describe('the recipes of the documentation', () => {
	const removeDuplicates: NodeJson = {
		name: 'Remove Duplicates',
		type: 'n8n-nodes-base.removeDuplicates',
		typeVersion: 2,
		parameters: {
			operation: 'removeItemsSeenInPreviousExecutions',
			dedupeValue: '={{ $json.sha256 }}',
			options: {},
		},
	};
	const crypto: NodeJson = {
		name: 'Crypto',
		type: 'n8n-nodes-base.crypto',
		typeVersion: 2,
		parameters: { binaryData: true, dataPropertyName: 'sha256' },
	};
	// The Crypto node drops the file.
	const fromRead = { binaryPropertyName: "={{ $('Read').item.binary.data }}" };

	/** Runs a workflow twice, and gives how many items each of its nodes gave. */
	async function twice(...nodes: NodeJson[]) {
		const workflow = chain(...nodes);
		const counts = [];
		for (let round = 0; round < 2; round++) {
			const { nodes: ran, error } = await stage.n8n.workflows.run(workflow);
			expect(error).toBeUndefined();
			counts.push(
				Object.fromEntries(Object.entries(ran).map(([name, { main }]) => [name, main[0].length])),
			);
		}
		return counts;
	}

	test('behind the node: rows of a file that was read before are removed, all others stay', async () => {
		const [first, second] = await twice(
			readFile(stage.sample('receipt.jpg')),
			ocr('tencentCloudApi', { output: 'lines', options: { fileDetails: true } }),
			removeDuplicates,
		);
		expect(first.OCR).toBeGreaterThan(5);
		expect(first['Remove Duplicates']).toBe(first.OCR);
		expect(second.OCR).toBe(first.OCR);
		expect(second['Remove Duplicates']).toBe(0);
		expect(sent()).toBe(2);
	});

	test('in front of the node: a file that was read before is not sent', async () => {
		const nodes = [
			readFile(stage.sample('receipt.jpg')),
			crypto,
			removeDuplicates,
			ocr('tencentCloudApi', fromRead),
		];
		const [first, second] = await twice(...nodes);
		expect([first.Crypto, first['Remove Duplicates'], first.OCR]).toEqual([1, 1, 1]);
		expect(second['Remove Duplicates']).toBe(0);
		expect(second.OCR ?? 0).toBe(0);
		expect(sent()).toBe(1);
	});

	test("the column sha256 is what n8n's Crypto node computes", async () => {
		const { nodes } = await stage.n8n.workflows.run(
			chain(
				readFile(stage.sample('receipt.jpg')),
				crypto,
				ocr('tencentCloudApi', { ...fromRead, options: { fileDetails: true } }),
			),
		);
		const [{ json: hashed }] = nodes.Crypto.main[0];
		expect(nodes.OCR.main[0][0].json).toMatchObject({
			fileName: 'receipt.jpg',
			sha256: hashed.sha256,
		});
	});
});

import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import { nodeTypes } from '../support/nodeTypes';
import * as tencent from '../TencentCloudOcr/tencent';

const NODES = [
	['Computer Vision Vietnam', 'n8n-nodes-cloud-ocr.computerVisionVietnam', vision],
	['NHN Cloud OCR', 'n8n-nodes-cloud-ocr.nhnCloudOcr', nhn],
	['Tencent Cloud OCR', 'n8n-nodes-cloud-ocr.tencentCloudOcr', tencent],
] as const;

const batching = (batch: INodeParameters): INodeParameters => ({ batching: { batch } });

const batches = (batchSize: number, batchInterval: number) =>
	batching({ batchSize, batchInterval });

const { getNodeParameters } = NodeHelpers;

describe.each(NODES)('%s', (_, type, node) => {
	/**
	 * Of 61 items those before which the event loop came to other work.
	 *
	 * @param interval that of the batching, in milliseconds
	 */
	async function pausesBefore(parameters: INodeParameters, interval: number): Promise<number[]> {
		const pauses: number[] = [];
		const evaluated = new Set<number>();
		let isBusy = false;
		/** n8n reads an item when it evaluates the parameters, and the node may do so again. */
		const read = (index: number) => {
			if (!isBusy && !evaluated.has(index)) {
				pauses.push(index);
				isBusy = true;
				// Of timers of the same length, the first to begin ends first, however busy the machine is:
				// n8n's wait begins later.
				setTimeout(() => (isBusy = false), interval);
			}
			evaluated.add(index);
		};
		const items = Array.from({ length: 61 }, (_item, index) => ({
			json: {
				get url() {
					read(index);
					// Refused, so that nothing is sent.
					return '';
				},
			},
		}));
		await node.run(
			{ imageUrl: '={{ $json.url }}', ...parameters },
			{ items, settings: { onError: 'continueRegularOutput' } },
		);
		expect(evaluated.size).toBe(61);
		return pauses;
	}

	test.each<[string, INodeParameters, number, number[]]>([
		['by default', {}, 2, [0, 10, 20, 30, 40, 50, 60]],
		['without batching', { requestOptions: {} }, 2, [0]],
		['with another option', { requestOptions: { timeout: 500 } }, 2, [0]],
		["with the user's own batching", { requestOptions: batches(20, 20) }, 20, [0, 20, 40, 60]],
	])(
		'when n8n lets others in between the items: %s',
		async (_case, parameters, interval, pauses) => {
			expect(await pausesBefore(parameters, interval)).toEqual(pauses);
		},
	);

	const { description } = nodeTypes.getByNameAndVersion(type);
	const { properties, hints } = description;

	/** All parameters as the editor and a run have them, or only those that the editor stores. */
	const parametersOf = (parameters: INodeParameters, withDefaults: boolean) =>
		getNodeParameters(
			properties,
			parameters,
			withDefaults,
			false,
			{ typeVersion: 1 },
			description,
		)!;

	test.each<[string, INodeParameters, INodeParameters]>([
		['a new node', {}, batches(10, 2)],
		['batching was removed', { requestOptions: {} }, {}],
		['batching was added again', { requestOptions: batching({}) }, batches(50, 1000)],
		["n8n's own numbers", { requestOptions: batches(50, 1000) }, batches(50, 1000)],
		["one of n8n's numbers", { requestOptions: batches(50, 1) }, batches(50, 1)],
		["the user's numbers", { requestOptions: batches(20, 20) }, batches(20, 20)],
		['another option', { requestOptions: { timeout: 500 } }, { timeout: 500 }],
	])('the editor shows, stores and reads again: %s', (_case, parameters, expected) => {
		const shown = parametersOf(parameters, true);
		expect(shown.requestOptions).toEqual(expected);
		expect(parametersOf(parametersOf(shown, false), true)).toEqual(shown);
	});

	test.each<[number, INodeParameters, boolean]>([
		[999, { requestOptions: {} }, false],
		[1_000, { requestOptions: {} }, true],
		[1_000, { requestOptions: { timeout: 500 } }, true],
		[1_000, { requestOptions: batches(50, 0) }, true],
		[1_000, { requestOptions: batches(50, 1) }, false],
		[1_000, {}, false],
	])('the hint about batching, for %i items with %j: %s', (count, parameters, shown) => {
		const workflow = new Workflow({
			nodes: [{ id: '1', name: 'OCR', type, typeVersion: 1, position: [0, 0], parameters }],
			connections: {},
			active: false,
			nodeTypes,
		});
		const items = Array.from({ length: count }, () => ({ json: {} }));
		const condition = hints![0].displayCondition!;
		expect(
			workflow.expression.getParameterValue(condition, null, 0, 0, 'OCR', items, 'manual', {}),
		).toBe(shown);
	});
});

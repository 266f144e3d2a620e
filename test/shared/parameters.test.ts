import type { INodeParameters } from 'n8n-workflow';

import { readNumber } from '../../nodes/shared/parameters/readNumber';
import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import { BASE64 } from '../support/files';
import * as tencent from '../TencentCloudOcr/tencent';

const OUTPUTS = 'fullText, layout, lines, markdown, raw, rows or words';

describe.each([
	['Computer Vision Vietnam', vision],
	['NHN Cloud OCR', nhn],
	['Tencent Cloud OCR', tencent],
])('%s: refused before anything is sent', (_, node) => {
	const refusal = async (parameters: INodeParameters) => {
		const { outputs } = await node.run(
			{ ...BASE64, ...parameters },
			{
				items: [{ json: {} }, { json: {} }],
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		// A request that is sent fails with another message.
		return outputs[0][0].json.error;
	};

	test.each([
		[{ output: 'pages' }, `Output is "pages", but must be ${OUTPUTS}.`],
		[{ output: '={{ ["raw"] }}' }, `Output is ["raw"], but must be ${OUTPUTS}.`],
		[
			{ inputType: '={{ "file" }}', imageBase64: 'a' },
			'Input Type is "file", but must be binary, url or base64.',
		],
	])('%j', async (parameters, sentence) => {
		expect(await refusal(parameters)).toBe(`${sentence} Correct its expression.`);
	});

	test.each([
		[1.01, '1.01'],
		[-0.01, '-0.01'],
		['={{ NaN }}', 'NaN'],
		['={{ "high" }}', '"high"'],
		['={{ " " }}', '" "'],
		['={{ [0.5] }}', '[0.5]'],
		['={{ true }}', 'true'],
	])('a minimum confidence of %j', async (minimumConfidence, given) => {
		expect(await refusal({ options: { minimumConfidence } })).toBe(
			`Minimum Confidence is ${given}, but must be a number from 0 to 1. Correct its expression.`,
		);
	});

	test.each([
		[{ operation: 'read' }, 'The node has no operation "read" for the resource "text".'],
		[
			{ operation: '={{ "extract" }}' },
			'The node has no operation "{{ \\"extract\\" }}" for the resource "text".',
		],
		[{ resource: 'page' }, 'The node has no resource "page".'],
	])('%j', async (parameters, sentence) => {
		expect(await refusal(parameters)).toBe(
			`${sentence} Choose both from their lists, without an expression.`,
		);
	});
});

describe('switches that are neither on nor off are refused before anything is sent', () => {
	test.each<[string, { run: typeof vision.run }, INodeParameters]>([
		['Simplify', vision, { resource: 'card', simplify: '={{ "false" }}' }],
		['Aligned Image', vision, { options: { alignedImage: '={{ null }}' } }],
		['Error If No Text Is Found', vision, { options: { failOnNoText: '={{ 0 }}' } }],
		['Include Corners', nhn, { options: { polygon: '={{ "false" }}' } }],
		['Include Corners', tencent, { options: { polygon: '={{ 1 }}' } }],
		[
			'Include Corners',
			tencent,
			{ operation: 'generalBasic', ...BASE64, options: { polygon: '={{ "true" }}' } },
		],
		[
			'Keep Duplicates',
			nhn,
			{ operation: 'extractSegmented', options: { keepDuplicates: '={{ "false" }}' } },
		],
		['Retry Even If It May Be Billed', nhn, { options: { retryIfBilled: '={{ "no" }}' } }],
		['Is PDF', tencent, { options: { isPdf: '={{ "false" }}' } }],
		['Slice Large Images', tencent, { options: { enableDetectSplit: '={{ "true" }}' } }],
		['Text Area', tencent, { options: { enableDetectText: '={{ {} }}' } }],
	])('%s', async (label, node, parameters) => {
		const { outputs } = await node.run(parameters, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(outputs[0][0].json.error).toMatch(
			new RegExp(
				`^(a\\.png: )?${label} is .*, but must be true or false\\. Correct its expression\\.$`,
			),
		);
	});
});

describe('a number within bounds', () => {
	const read = (value: unknown) =>
		readNumber({ getNodeParameter: () => value } as never, 'options.rate', 'Requests per Second', {
			min: 0.01,
			max: 1000,
		});

	test.each([
		[10, 10],
		['2.5', 2.5],
		[0.01, 0.01],
		[1000, 1000],
		[undefined, undefined],
		[null, undefined],
		['', undefined],
	])('%j', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	test('a blank is no 0', () => {
		const context = { getNodeParameter: () => ' ' } as never;
		expect(() => readNumber(context, 'options.share', 'Share', { min: 0, max: 1 })).toThrow(
			'Share is " ", but must be a number from 0 to 1. Correct its expression.',
		);
	});

	test.each([
		[1e-9, '1e-9'],
		[0, '0'],
		[-1, '-1'],
		[NaN, 'NaN'],
		[Infinity, 'Infinity'],
		['fast', '"fast"'],
		[' ', '" "'],
		[true, 'true'],
		[[5], '[5]'],
	])('%j is refused', (value, given) => {
		expect(() => read(value)).toThrow(
			`Requests per Second is ${given}, but must be a number from 0.01 to 1000. Correct its expression.`,
		);
	});
});

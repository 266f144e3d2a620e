import type { INodeParameters } from 'n8n-workflow';

import { PNG } from '../support/files';
import { BASE64 } from '../support/files';
import { textOf } from '../support/runNode';
import { answerWith, run, succeeded } from './vision';

const word = (text: string, confidence: number, [left, top, right, bottom]: number[]) => ({
	...{ text, confidence },
	box: { left, right, top, bottom },
});

const image = PNG.toString('base64');

/** A page of two blocks, and one of doubtful text only. */
const ANSWER = {
	...succeeded([
		{
			image,
			result: [
				[
					[word('Cộng', 0.9, [10, 20, 50, 40]), word('hòa', 0.8, [60, 18, 90, 41])],
					[word('xã hội', 1, [10, 50, 90, 70])],
				],
				[[word('Specimen', 0.5, [10, 100, 90, 120])]],
			],
		},
		{ image, result: [[[word('?', 0.1, [0, 0, 9, 9]), word('!', 0.2, [9, 0, 18, 9])]]] },
	]),
	Exception: 'Timeout',
};

async function items(parameters: INodeParameters) {
	answerWith(() => ANSWER);
	const { outputs, error } = await run({ ...BASE64, ...parameters });
	if (error) throw new Error(textOf(error));
	return outputs[0];
}

const options = { minimumConfidence: 0.85, alignedImage: true, failOnNoText: true };

test('lines: each item has the number of its own page, and each page its image', async () => {
	const found = await items({ output: 'lines', options });
	expect(found.map(({ json }) => json)).toMatchObject([
		{
			...{
				page: 1,
				pages: 2,
				block: 1,
				line: 1,
				text: 'Cộng',
				confidence: 0.9,
				belowConfidence: 2,
			},
			...{ left: 10, top: 20, right: 50, bottom: 40, Exception: 'Timeout' },
		},
		{ page: 1, pages: 2, block: 1, line: 2, text: 'xã hội', confidence: 1, belowConfidence: 2 },
		{ page: 2, pages: 2, block: null, line: null, text: '', confidence: null, belowConfidence: 2 },
	]);
	expect(found.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['image'], [], ['image']]);
});

test('rows: as well', async () => {
	const found = await items({ output: 'rows', options: { minimumConfidence: 0.2 } });
	expect(found.map(({ json }) => [json.page, json.text, json.belowConfidence])).toEqual([
		[1, 'Cộng hòa', 0],
		[1, 'xã hội', 0],
		[1, 'Specimen', 0],
		[2, '!', 1],
	]);
});

test.each(['fullText', 'layout', 'markdown'])('%s: the number of the document', async (output) => {
	const [{ json }] = await items({ output, options });
	expect(json).toMatchObject({
		confidence: 0.95,
		pages: 2,
		pagesRead: 2,
		lines: 2,
		words: 2,
		belowConfidence: 4,
	});
	expect((json.text as string).split(/\s+/).filter(Boolean)).toEqual(['Cộng', 'xã', 'hội']);
});

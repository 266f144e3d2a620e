import type { IDataObject } from 'n8n-workflow';

import { textPages } from '../../nodes/ComputerVisionVietnam/output/textPages';
import { linesOf as nhnLines } from '../../nodes/NhnCloudOcr/output/text';
import { textItems } from '../../nodes/shared/output/textItems';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { timed } from '../interleaved';

const RUNS = 15;

const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** 100 pages of 10 blocks of 10 lines of 10 words. */
const PAGES = JSON.stringify({
	errorCode: '0',
	errorMessage: 'Success',
	data: times(100, () =>
		times(10, (block) =>
			times(10, (line) =>
				times(10, (word) => ({
					text: `word${word}`,
					confidence: 0.9731,
					box: {
						left: word * 50,
						right: word * 50 + 40,
						top: (block * 10 + line) * 20,
						bottom: (block * 10 + line) * 20 + 15,
					},
				})),
			),
		),
	),
});

/** As many words in NHN Cloud's two lists. */
const LISTS = JSON.stringify({
	result: {
		listOfInferTexts: times(10_000, () => ({
			inferTexts: times(10, (word) => ({ value: `word${word}`, conf: 0.97 })),
		})),
		listOfBoundingBoxes: times(10_000, () => ({
			boundingBoxes: times(10, (x) => ({ x1: x, y1: 2, x2: 9, y2: 2, x3: 9, y3: 8, x4: x, y4: 8 })),
		})),
	},
});

/** Converts responses with 100,000 words into items. */
export async function flattening(): Promise<Measurement> {
	const pages = JSON.parse(PAGES) as IDataObject;
	const lists = JSON.parse(LISTS) as IDataObject;
	const taken = await timed(RUNS, {
		parse: () => JSON.parse(PAGES),
		words: () => textItems(textPages(pages), 'words'),
		lines: () => textItems(textPages(pages), 'lines'),
		fullText: () => textItems(textPages(pages), 'fullText'),
		parseLists: () => JSON.parse(LISTS),
		wordsOfLists: () => textItems([{ page: 1, lines: nhnLines(lists) }], 'words'),
	});
	return {
		figures: { flattening: figure(taken.words, taken.parse, 1, 'ms') },
		notes: [
			`The figure is for a Computer Vision Vietnam response as 100,000 words. As lines, it takes ${rounded(taken.lines)} ms; as full text, ${rounded(taken.fullText)} ms.`,
			`An NHN Cloud response as 100,000 words takes ${rounded(taken.wordsOfLists)} ms, compared with ${rounded(taken.parseLists)} ms for JSON.parse.`,
			`Each time is the median of ${RUNS} runs.`,
		],
	};
}

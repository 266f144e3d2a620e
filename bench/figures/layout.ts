import type { IDataObject } from 'n8n-workflow';

import type { Output } from '../../nodes/shared/output/fields';
import { textItems } from '../../nodes/shared/output/textItems';
import { linesOf } from '../../nodes/TencentCloudOcr/output/text';
import type { Measurement } from '../figure';
import { figure, rounded } from '../figure';
import { timed } from '../interleaved';

const RUNS = 9;
const ROWS = 5000;
/** Where the columns of a sheet begin, in pixels. */
const COLUMNS = [0, 400, 600, 800];
/** Half a degree. */
const SLOPE = 0.0087;

const times = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

/** A page of 20,000 detections in 4 columns, a bit slanted, sorted by their upper edge. */
const PAGE = JSON.stringify({
	Response: {
		TextDetections: times(ROWS, (row) =>
			COLUMNS.map((X, column) => {
				const text = column === 0 ? `Sample article ${row}` : `${(row * 37 * column) % 1000}.50`;
				const Y = Math.round(row * 28 + X * SLOPE);
				const [Width, Height] = [text.length * 10, 20];
				const fall = Math.round(Width * SLOPE);
				return {
					DetectedText: text,
					Confidence: 98,
					Polygon: [
						{ X, Y },
						{ X: X + Width, Y: Y + fall },
						{ X: X + Width, Y: Y + Height + fall },
						{ X, Y: Y + Height },
					],
					ItemPolygon: { X, Y, Width, Height: Height + fall },
					AdvancedInfo: JSON.stringify({ Parag: { ParagNo: 1 + (row >> 3) } }),
					Words: [],
					WordCoordPoint: [],
				};
			}),
		)
			.flat()
			.sort((one, other) => one.ItemPolygon.Y - other.ItemPolygon.Y),
		RequestId: '6e1d2a4c-0000-4000-8000-000000000000',
	},
});

/** Converts a response with 20,000 pieces on one page into the outputs that look at their places. */
export async function layout(): Promise<Measurement> {
	const response = JSON.parse(PAGE) as IDataObject;
	const pages = [{ page: 1, lines: linesOf(response) }];
	const convert = (output: Exclude<Output, 'raw'>) => () => textItems(pages, output);
	const taken = await timed(RUNS, {
		parse: () => JSON.parse(PAGE),
		lines: () => linesOf(response),
		layout: convert('layout'),
		rows: convert('rows'),
		markdown: convert('markdown'),
		fullText: convert('fullText'),
	});
	return {
		figures: { layout: figure(taken.layout, taken.parse, 3, 'ms') },
		notes: [
			`The figure is for a Tencent Cloud response as layout. As rows, it takes ${rounded(taken.rows)} ms; as Markdown, ${rounded(taken.markdown)} ms; as full text, ${rounded(taken.fullText)} ms. Reading the lines and their words from the response, which all outputs need, takes another ${rounded(taken.lines)} ms.`,
			`Each time is the median of ${RUNS} runs.`,
		],
	};
}

import { layoutText, markdownOf } from '../../../nodes/shared/output/layout';
import { fixtures } from './fixtures';
import type { Aspect, Gaps } from './fixtures/fixture';
import type { Reading } from './print';
import { pageOf } from './print';
import { columnsOf, inOrder } from './readAs';

/** A camera makes some columns wider and others narrower. */
const withoutWidths = (layout: string) => layout.replace(/ {2,}/g, '  ');

describe.each(Object.entries(fixtures))('%s', (_, fixture) => {
	const { prints, reading, otherReadings = [], order, cells, layout, markdown, gaps } = fixture;

	test('what is expected has all that is printed, and nothing else', () => {
		expect(order.toSorted()).toEqual(prints.map((print) => print.text).toSorted());
	});

	describe('as in the gallery', () => {
		const isDistorted = 'keystone' in reading || 'leaning' in reading;
		expectAll(reading, isDistorted ? withoutWidths : (each) => each, gaps);
	});
	for (const { gaps: others, ...other } of otherReadings)
		describe(JSON.stringify(other), () => expectAll(other, withoutWidths, { ...gaps, ...others }));

	function expectAll(view: Reading, kept: (layout: string) => string, known: Gaps = {}) {
		const page = pageOf(prints, view);
		const expecting = (aspect: Aspect, check: () => void) =>
			known[aspect] === undefined
				? test(aspect, check)
				: test.failing(`${aspect}: ${known[aspect]}`, check);
		expecting('order', () => expect(inOrder(page)).toEqual(order));
		expecting('layout', () => expect(kept(layoutText([page]))).toBe(kept(layout)));
		expecting('markdown', () => expect(markdownOf([page])).toBe(markdown));
		if (cells) expecting('cells', () => expect(columnsOf(page)).toEqual(cells));
	}
});

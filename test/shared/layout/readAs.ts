import { readingOrder, rowItems } from '../../../nodes/shared/output/layout';
import type { TextPage } from '../../../nodes/shared/output/textPage';

/** The texts of a page's lines in reading order. */
export const inOrder = (page: TextPage) => readingOrder(page).lines.map(({ text }) => text);

/** The columns of a page's rows. */
export const columnsOf = (page: TextPage) =>
	rowItems([page]).map(({ json }) =>
		Object.entries(json)
			.filter(([name]) => name.startsWith('column'))
			.map(([, text]) => text),
	);

import type { INodeExecutionData } from 'n8n-workflow';

import { goods } from '../../sandbox/samples/receiptRows';

/** What stands on the sample `receipt.jpg`, far apart in one row. */
const PAIRS: Array<[goods: string, price: string]> = [...goods, ['TOTAL USD', '31.32']];

/**
 * Checks that goods and prices of the sample `receipt.jpg` stay together in the outputs that keep the
 * layout.
 *
 * @param read gives the items of the sample in an output
 */
export async function expectReceipt(
	read: (output: string) => Promise<INodeExecutionData[]>,
): Promise<void> {
	const rows = (await read('rows')).map(({ json }) => json);
	const columnsOf = (row: object) => Object.keys(row).filter((name) => name.startsWith('column'));
	const columns = columnsOf(rows[0]);
	for (const row of rows) expect(columnsOf(row)).toEqual(columns);
	const priceColumns = PAIRS.map(([name, price]) => {
		const row = rows.find(({ column1 }) => column1 === name);
		return columns.find((column) => row?.[column] === price);
	});
	expect(columns.slice(1)).toContain(priceColumns[0]);
	expect(new Set(priceColumns).size).toBe(1);

	const [layout, ...noMoreLayouts] = await read('layout');
	const [markdown, ...noMoreMarkdown] = await read('markdown');
	expect([...noMoreLayouts, ...noMoreMarkdown]).toEqual([]);
	expect(layout.json).toMatchObject({ pages: 1, pagesRead: 1, lines: markdown.json.lines });
	for (const [name, price] of PAIRS) {
		expect(layout.json.text).toMatch(new RegExp(`^ *${name} {2,}${price}$`, 'm'));
		// Between the two may be columns that are empty in this row.
		expect(markdown.json.text).toMatch(new RegExp(`^\\| ${name} \\|(?: +\\|)* ${price} \\|$`, 'm'));
	}
}

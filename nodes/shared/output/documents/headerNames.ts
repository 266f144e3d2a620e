import { plainText } from '../values';

/**
 * The names of a table's columns, by the cells of its header. An empty cell gives `column<n>`, and so
 * does a column beyond the header. The second one of a name is `<name>_2`.
 *
 * @param header the value of each cell
 * @param width how many columns the table has; at least those of the header are named
 */
export function headerNames(header: readonly unknown[], width = 0): string[] {
	const names = new Set<string>();
	for (let index = 0; index < Math.max(header.length, width); index++) {
		const text = plainText(header[index]).replace(/\s+/g, ' ').trim();
		const name = text === '' ? `column${index + 1}` : text;
		let own = name;
		for (let count = 2; names.has(own); count++) own = `${name}_${count}`;
		names.add(own);
	}
	return [...names];
}

const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}！-｠]/u;

/** Columns that a text takes in a terminal. */
const widthOf = (text: string) =>
	[...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

/** Formats rows as a table with the first row's keys as the header; numbers are aligned right. */
export function table(rows: Array<Record<string, string | number | null>>): string {
	const names = Object.keys(rows[0]);
	const widths = names.map((name) =>
		Math.max(name.length, ...rows.map((row) => widthOf(String(row[name] ?? '')))),
	);
	const line = (cells: unknown[]) =>
		cells
			.map((cell, column) => {
				const text = String(cell ?? '');
				const space = ' '.repeat(widths[column] - widthOf(text));
				return typeof cell === 'number' ? space + text : text + space;
			})
			.join('  ')
			.trimEnd();
	return [
		line(names),
		line(widths.map((width) => '─'.repeat(width))),
		...rows.map((row) => line(names.map((name) => row[name]))),
	].join('\n');
}

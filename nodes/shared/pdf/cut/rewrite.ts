import type { Dictionary } from '../syntax/values';

/** New texts of entries, by key. An undefined one takes the entry away. */
export type Changes = Map<string, string | undefined>;

/** The text of a dictionary with some entries changed. Everything else stays as it is. */
export function rewrite(dictionary: Dictionary, changes: Changes): string {
	const { bytes, start, end, entries } = dictionary;
	let text = '';
	let position = start;
	const left = new Map(changes);
	// The entries of a Map are in the order in which they stand in the file.
	for (const [name, { key, value }] of entries) {
		if (!left.has(name)) continue;
		text += bytes.toString('latin1', position, key.start);
		const changed = left.get(name);
		if (changed !== undefined)
			text += entryText(bytes.toString('latin1', key.start, key.end), changed);
		left.delete(name);
		position = value.end;
	}
	text += bytes.toString('latin1', position, end - '>>'.length);
	for (const [name, added] of left) {
		if (added !== undefined) text += entryText(`/${name}`, added);
	}
	return `${text} >>`;
}

/** The text of a new dictionary. */
export const dictionaryText = (entries: Changes): string =>
	`<<${[...entries].map(([name, text]) => (text === undefined ? '' : entryText(`/${name}`, text))).join('')} >>`;

const entryText = (key: string, text: string) => ` ${key} ${text}`;

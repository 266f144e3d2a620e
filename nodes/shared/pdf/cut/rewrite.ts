import { textOf, type Dictionary } from '../syntax/values';

/** Texts of entries, by key. An undefined one takes the entry away. */
export type Changes = Map<string, string | undefined>;

/** The text of a dictionary with some entries changed. All others are copied as they are. */
export function rewrite(dictionary: Dictionary, changes: Changes): string {
	const kept: string[] = [];
	for (const [name, { key, value }] of dictionary.entries) {
		if (!changes.has(name)) kept.push(`${textOf(key)} ${textOf(value)}`);
	}
	return `<< ${[...kept, ...entryTexts(changes)].join(' ')} >>`;
}

/** The text of a new dictionary. */
export const dictionaryText = (entries: Changes): string =>
	`<< ${entryTexts(entries).join(' ')} >>`;

const entryTexts = (entries: Changes): string[] =>
	[...entries].flatMap(([name, text]) => (text === undefined ? [] : [`/${name} ${text}`]));

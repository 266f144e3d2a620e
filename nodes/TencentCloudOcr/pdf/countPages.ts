import { readObjects } from './readObjects';

/**
 * How many pages a PDF has; undefined when its page tree cannot be read, as in some encrypted files.
 *
 * Source: ISO 32000-1, 7.7.2 "Document Catalog", 7.7.3 "Page Tree", annex F "Linearized PDF".
 */
export async function countPages(file: Buffer): Promise<number | undefined> {
	const { objects, root } = await readObjects(file);
	const referenced = (dictionary: string | undefined, key: string) => {
		const reference = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R\\b`);
		const [, number] = reference.exec(ownKeys(dictionary)) ?? [];
		return number === undefined ? undefined : objects.get(Number(number));
	};
	const catalog =
		objects.get(root ?? -1) ??
		[...objects.values()].findLast((text) => /\/Type\s*\/Catalog\b/.test(text));
	const pages = referenced(catalog, 'Pages');
	const count = referenced(pages, 'Count') ?? integer(pages, 'Count') ?? linearizedCount(objects);
	return Number(count) > 0 ? Number(count) : undefined;
}

function integer(dictionary: string | undefined, key: string): string | undefined {
	return new RegExp(`/${key}\\s+\\+?(\\d+)`).exec(ownKeys(dictionary))?.[1];
}

/** A dictionary without its strings, comments and the dictionaries in it, whose keys are not its own. */
function ownKeys(dictionary = ''): string {
	const text = dictionary.replace(
		/\((?:\\.|[^\\()])*\)|%[^\r\n]*|(?<!<)<[\dA-Fa-f\s]*>(?!>)/g,
		' ',
	);
	let own = '';
	let depth = 0;
	for (const [token] of text.matchAll(/<<|>>|[^<>]+|[<>]/g)) {
		if (token === '<<') depth++;
		else if (token === '>>') depth--;
		else if (depth === 1) own += token;
	}
	return own;
}

/** A linearized file has its page count in the first object, which is never encrypted. */
function linearizedCount(objects: Map<number, string>): string | undefined {
	const [first] = objects.values();
	return first?.includes('/Linearized') ? integer(first, 'N') : undefined;
}

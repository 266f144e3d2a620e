/** README, CONTRIBUTING and the pages in `docs/`, as their readers see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parsers } from 'prettier/plugins/markdown';

import { PROJECT } from '../../local-n8n/project';

/** A part of a page, as mdast names it: https://github.com/syntax-tree/mdast. */
interface Part {
	type: string;
	children?: Part[];
	/** Of text and code. */
	value?: string;
	/** Of links and pictures. */
	url?: string;
	/** Of code: what stands behind the language. */
	meta?: string | null;
	lang?: string | null;
}

export interface Page {
	/** From the project's folder, such as `docs/outputs.md`. */
	file: string;
	parts: Part[];
}

const inDocs = readdirSync(join(PROJECT, 'docs')).filter((name) => name.endsWith('.md'));

/** The files of pages. */
export const pageFiles = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	...inDocs.map((name) => `docs/${name}`),
];

/** A page, with all its parts and the parts within them. */
export function readPage(file: string): Page {
	const text = readFileSync(join(PROJECT, file), 'utf8');
	const root = parsers.markdown.parse(text, {} as never) as Part;
	return { file, parts: withChildren(root) };
}

const withChildren = (part: Part): Part[] => [part, ...(part.children ?? []).flatMap(withChildren)];

/** What a reader sees of a part. */
export const textOf = ({ value, children = [] }: Part): string =>
	(value ?? children.map(textOf).join('')).replace(/\s+/g, ' ');

/** The texts of all parts of a type, such as `strong`. */
export const textsOf = ({ parts }: Page, type: string): string[] =>
	parts.filter((part) => part.type === type).map(textOf);

/** The anchors of a page's headings, as GitHub makes them. */
export const anchorsOf = (page: Page): string[] =>
	textsOf(page, 'heading').map((heading) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

/**
 * Writes `vendorDocs.json`, what the provider's guides document, from a folder with them:
 * `tsx test/NhnCloudOcr/documents/vendorDocs.ts <folder>`.
 *
 * The guides are the Markdown sources of docs.nhncloud.com (Document OCR, Document AI). They are not
 * part of this project, so the tests compare with what this script found in them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Field {
	name: string;
	isRequired: boolean;
	isSealed: boolean;
}

export interface VendorApi {
	/** Such as `POST /v1.1/appkeys/{appKey}/business`. */
	request: string;
	headers: string[];
	fields: Field[];
	/** Of `result`; `a.b` is within `a`, or within each of the list `a`. */
	answer: Field[];
	/** Headers of the response. */
	answerHeaders: string[];
}

export interface VendorDocs {
	apis: VendorApi[];
	/** The keys of `keyValues`, by `idType`. */
	keys: Record<string, string[]>;
	/** The meanings of `statusCode`. */
	statuses: Record<string, string>;
	/** The provider's messages, by result code. */
	codes: Record<string, string>;
}

type Row = Record<string, string>;

const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1)
		.map((cell) => cell.trim());

/** The rows of the first table behind a heading. */
function tableAfter(text: string, heading: string): Row[] {
	const [, behind] = text.split(heading, 2);
	const table =
		/(?:^\|.*\n?)+/m
			.exec(behind ?? '')?.[0]
			.trim()
			.split('\n') ?? [];
	const [head = '', , ...rows] = table;
	const names = cellsOf(head);
	return rows.map((row) =>
		Object.fromEntries(cellsOf(row).flatMap((cell, at) => (names[at] ? [[names[at], cell]] : []))),
	);
}

const toField = (row: Row): Field => ({
	name: row.Name.replaceAll('[0]', '').replace(/^result\./, ''),
	isRequired: (row.Required ?? 'O') === 'O',
	isSealed: (row['Whether encrypted or not'] ?? row['Encryption Description'] ?? 'X') !== 'X',
});

/** A blank in the column about encryption means that there is none. */
const unsealed = (row: Row): Row =>
	row['Whether encrypted or not'] === '' ? { ...row, 'Whether encrypted or not': 'X' } : row;

function apisOf(guide: string): VendorApi[] {
	const [, ...parts] = guide.split(/^\| (?=(?:GET|POST) +\| \/v)/m);
	return parts.map((part) => {
		const [, method, path] = /^(\w+) +\| (\S+)/.exec(part)!;
		const [request, response = ''] = part.split(/^#### Response$/m);
		const rows = (text: string, heading: string) => tableAfter(text, heading).map(unsealed);
		return {
			request: `${method} ${path}`,
			headers: rows(request, '[Request Header]').map(({ Name }) => Name),
			fields: rows(request, '[Field]').map(toField),
			answer: rows(response, '[Field]').map(toField),
			answerHeaders: rows(response, '[Response Header]').map(({ Name }) => Name),
		};
	});
}

/** What guides in Markdown document. */
export function readGuides(guides: string[]): VendorDocs {
	const all = guides.join('\n');
	const lists = [...all.matchAll(/recognized as "(\w+)"\*\*\n\n((?:\|.*\n)+)/g)];
	const keysIn = (table: string) =>
		[...table.matchAll(/^\| \*\*(\w+)\*\*/gm)].map(([, key]) => key);
	const pairs = (pattern: RegExp) =>
		Object.fromEntries([...all.matchAll(pattern)].map(([, code, text]) => [code, text.trim()]));
	return {
		apis: guides.flatMap(apisOf),
		keys: Object.fromEntries(lists.map(([, kind, table]) => [kind, keysIn(table)])),
		statuses: pairs(/^\| (0\d) +\| (.*?) +\|$/gm),
		codes: pairs(/^\| (-?\d{1,7}) +\| [A-Z_]+ +\| (.*?) +\|$/gm),
	};
}

function main([, , folder]: string[]): void {
	const files = readdirSync(folder).filter((file) => /^document-.*\.md$/.test(file));
	const guides = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
	const text = JSON.stringify(readGuides(guides), null, '\t');
	writeFileSync(join(__dirname, 'vendorDocs.json'), `${text}\n`);
}

if (require.main === module) main(process.argv);

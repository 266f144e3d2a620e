/**
 * Writes `vendorPages.json`, what the provider's pages document, from a folder with the pages:
 * `tsx test/ComputerVisionVietnam/documents/vendorPages.ts <folder>`.
 *
 * The pages are the Markdown sources of docs.computervision.com.vn. They are not part of this
 * project, so the tests compare with what this script found in them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface VendorPage {
	/** Each address with its host, by method: `GET https://…`. */
	requests: string[];
	/** The titles of the sections about requests: they say which files are accepted. */
	inputs: string[];
	/** Names in their order, by type of document; '' if the page names none. `a.b` is within `a`. */
	types: Record<string, string[]>;
	/** Names that have a `_confidence`, and those that have a `_box`, by type of document. */
	confidences: Record<string, string[]>;
	boxes: Record<string, string[]>;
	/** The provider's messages, by code. */
	errors: Record<string, string>;
}

/** What a page in Markdown documents. */
export function readPage(markdown: string): VendorPage {
	const requests = [...markdown.matchAll(/^\| (GET|POST) *\| `(https:[^`]+)`/gm)];
	const inputs = [...markdown.matchAll(/^#### \d+\. (.*đầu vào.*)$/gm)];
	const errors = [...markdown.matchAll(/^\| (\d) +\| ([A-Z].*?) +\|/gm)];
	const page: VendorPage = {
		requests: [...new Set(requests.map(([, method, url]) => `${method} ${url}`))],
		inputs: inputs.map(([, title]) => title),
		types: {},
		confidences: {},
		boxes: {},
		errors: Object.fromEntries(errors.map(([, code, message]) => [code, message])),
	};
	const [, answer = ''] = markdown.split(/^#### \d+\. Thông tin trả về$/m);
	let type = '';
	let within: Array<{ indent: number; name: string }> = [];
	for (const line of answer.split('\n')) {
		const heading =
			/^[^-|`]*- `(\w+)`$/.exec(line) ??
			/^`type`: `(\w+)`/.exec(line) ??
			/^\t"type": "(\w+)"/.exec(line);
		if (heading) [, type] = heading;
		// The passport is the one type that is named in Vietnamese.
		if (line === 'Passport - `Hộ chiếu`') type = 'passport';
		if (line.startsWith('Những trang không trích xuất được')) type = 'image_negative';
		const field = /^( *)- `([\w]+)`/.exec(line);
		if (!field) continue;
		const [, { length: indent }, name] = field;
		within = within.filter((outer) => outer.indent < indent);
		const path = [...within.map((outer) => outer.name), name].join('.');
		within.push({ indent, name });
		const [, of, about] = /^(.+)_(confidence|box)$/.exec(path) ?? [];
		const list = about ? (about === 'box' ? page.boxes : page.confidences) : page.types;
		list[type] = [...new Set([...(list[type] ?? []), of ?? path])];
	}
	return page;
}

function main([, , folder]: string[]): void {
	const pages = readdirSync(folder)
		.filter((file) => file.endsWith('.md'))
		.map((file) => [basename(file, '.md'), readPage(readFileSync(join(folder, file), 'utf8'))]);
	const text = JSON.stringify(Object.fromEntries(pages), null, '\t');
	writeFileSync(join(__dirname, 'vendorPages.json'), `${text}\n`);
}

if (require.main === module) main(process.argv);

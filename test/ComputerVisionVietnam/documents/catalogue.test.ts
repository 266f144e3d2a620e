/*
 * The catalogue is compared with `vendorPages.json`, which `vendorPages.ts` made of the provider's
 * pages: no address, no field and no error of a page may be missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { documentError } from '../../../nodes/ComputerVisionVietnam/errors';
import { documentCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/document/catalogue';
import { vehicleCatalogue } from '../../../nodes/ComputerVisionVietnam/operations/vehicle/catalogue';
import { columnsOf } from '../../../nodes/ComputerVisionVietnam/output/records/documentedTypes';
import type { VendorPage } from './vendorPages';

const entries = [...documentCatalogue, ...vehicleCatalogue];

const pages = JSON.parse(readFileSync(join(__dirname, 'vendorPages.json'), 'utf8')) as Record<
	string,
	VendorPage
>;

/** The pages of an entry: invoices have two. */
const pagesOf = ({ page, value }: (typeof entries)[number]) =>
	[page, ...(value === 'invoice' ? ['hoa-don-ngan'] : [])].map((name) => pages[name]);

/** Pages of the other operations, and of what is no document. */
const OTHERS = ['cmnd-cccd-passport', 'dang-ky-xe', 'doi-soat-thong-tin', 'ocr', 'van-ban'];

test('every page about a document has an entry', () => {
	const own = [...new Set([...entries.map(({ page }) => page), 'hoa-don-ngan'])];
	expect([...own, ...OTHERS].sort()).toEqual(Object.keys(pages).sort());
});

test('every address of the pages has an entry', () => {
	const documented = Object.entries(pages)
		.filter(([page]) => !OTHERS.includes(page))
		.flatMap(([, { requests }]) => requests.map((request) => new URL(request.slice(4)).pathname));
	expect([...new Set(documented)].sort()).toEqual(entries.map(({ url }) => url).sort());
});

test('the catalogues are in alphabetical order, and short enough for a list', () => {
	for (const catalogue of [documentCatalogue, vehicleCatalogue]) {
		const names = catalogue.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		expect(names.length).toBeLessThanOrEqual(30);
	}
});

/** Names that are no fields: those of cells, of pictures, and `_box` alone. */
const isField = (path: string) =>
	!/(^|\.)(value|score|box|json_?\d|_\w+)$/.test(path) &&
	!/(^|[._])(i?mage|images|imgs|img)(_|$)/.test(path) &&
	!/(^|\.)label\.|\.label$/.test(path);

/** Where the catalogue has another name than the page: what the row has under the name already. */
const RENAMED: Record<string, string> = { confidence: 'document_confidence' };

describe.each(entries.map((entry) => [entry.value, entry] as const))('%s', (value, entry) => {
	test('accepts what its pages say', () => {
		const said = pagesOf(entry).flatMap(({ requests }) => requests);
		expect(said).toContainEqual(expect.stringMatching(new RegExp(`^POST .*${entry.url}$`)));
		const inputs = pagesOf(entry)
			.flatMap((page) => page.inputs)
			.join('\n');
		const words = entry.accepts === 'XML' ? /file xml/ : / ảnh|file pdf| json/;
		expect(inputs).toMatch(words);
		// The page on quotations names PDFs only in an example.
		if (entry.accepts === 'pictures and PDFs' && value !== 'priceQuotation') {
			expect(inputs).toMatch(/pdf/i);
		}
		if (entry.accepts === 'pictures') expect(inputs).not.toMatch(/pdf/i);
	});

	test('says so if its page shows only the demo host', () => {
		const hosts = pagesOf(entry).flatMap(({ requests }) =>
			requests.map((request) => new URL(request.replace(/^\w+ /, '')).host),
		);
		expect(hosts.every((host) => host.startsWith('demo.'))).toBe(entry.isDemo ?? false);
	});

	const types = pagesOf(entry).flatMap((page) =>
		Object.entries(page.types).map(([type, paths]) => ({ page, type, paths })),
	);

	// What a page lists before it describes a type is the list of types; tables have no names.
	const described = types.filter(
		({ type, paths }) =>
			paths.some(isField) &&
			entry.shape !== 'tables' &&
			!(
				type === '' && paths.every((path) => path in types.map((each) => each.type) || isType(path))
			),
	);
	function isType(path: string) {
		return types.some(({ type }) => type === path);
	}

	if (entry.shape !== 'tables') {
		test.each(described.map((each) => [each.type, each] as const))(
			'type "%s": every documented field, in the documented order',
			(type, { paths }) => {
				const { fields, lists, pages: numbers } = columnsOf(entry, type === '' ? null : type);
				const items = Object.entries(lists).flatMap(([path, { columns }]) =>
					columns.map((column) => `${path}.${column}`),
				);
				const documented = paths.filter(isField).map((path) => path.toLowerCase());
				const isList = (path: string) => Object.keys(lists).some((list) => list === path);
				const own = documented.filter(
					(path) =>
						!isList(path) &&
						!documented.some((other) => other.startsWith(`${path}.`)) &&
						!items.includes(path),
				);
				const names = own.map((path) => {
					const name = path.replaceAll('.', '_');
					return RENAMED[name] ?? (fields.includes(`info_${name}`) ? `info_${name}` : name);
				});
				expect([...fields, ...numbers]).toEqual(expect.arrayContaining(names));
				// The short page on invoices has another order than the long one.
				if (value !== 'invoice' && value !== 'invoiceXml') {
					const known = fields.filter((field) => names.includes(field));
					expect(known).toEqual(names.filter((name) => fields.includes(name)));
				}
			},
		);

		test.each(described.map((each) => [each.type, each] as const))(
			'type "%s": every line item that its page describes',
			(type, { paths }) => {
				const { lists } = columnsOf(entry, type === '' ? null : type);
				for (const [list, { columns, names }] of Object.entries(lists)) {
					const inList = paths.filter((path) => path.startsWith(`${list}.`));
					const labels = inList.flatMap((path) => /\.label\.(\w+)$/.exec(path)?.[1] ?? []);
					const cells = inList.filter((path) => /\.json\d$/.test(path));
					const fields = inList.filter(isField).map((path) => path.slice(list.length + 1));
					expect(columns).toEqual(expect.arrayContaining([...labels, ...fields]));
					// Cells that have only a place have a name each.
					if (cells.length > 0) expect(names).toHaveLength(cells.length);
				}
			},
		);

		test('documents confidences and boxes if its page does', () => {
			// Of cards, there is a newer page.
			const own = described.filter(({ type }) => type in entry.types);
			for (const { page, type } of own) {
				const columns = columnsOf(entry, type === '' ? null : type);
				const missing = (known: string[], said: string[] = []) =>
					said
						.map((path) => path.replaceAll('.', '_').toLowerCase())
						.map((name) => (columns.fields.includes(`info_${name}`) ? `info_${name}` : name))
						.filter((name) => columns.fields.includes(name) && !known.includes(name));
				expect(missing(columns.confidences, page.confidences[type])).toEqual([]);
				expect(missing(columns.boxes, page.boxes[type])).toEqual([]);
			}
		});
	}

	const [{ errors }] = pagesOf(entry);
	const codes = Object.entries(errors).filter(([code]) => code !== '0');

	if (codes.length > 0) {
		test.each(codes)('error %s means the same without its words', (code, message) => {
			const numbering = entry.numbering ?? 'contentIsOne';
			const byWords = documentError('', message, numbering, 'file');
			expect(byWords).toBeDefined();
			expect(documentError(code, '', numbering, 'file')).toEqual(byWords);
		});
	}
});

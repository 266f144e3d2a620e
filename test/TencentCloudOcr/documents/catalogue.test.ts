/*
 * The catalogue is compared with `vendorActions.json`, which `vendorActions.ts` made of the
 * descriptions in the provider's SDKs: no action, parameter, limit or field may be missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { documentCatalogue } from '../../../nodes/TencentCloudOcr/operations/document/catalogue';
import { documentOptions } from '../../../nodes/TencentCloudOcr/operations/document/options';
import { template } from '../../../nodes/TencentCloudOcr/operations/document/fields';
import type { DocumentEntry } from '../../../nodes/TencentCloudOcr/output/records/documentEntry';
import { INVOICE_TYPES } from '../../../nodes/TencentCloudOcr/output/records/invoiceTypes';
import { namesIn } from '../../../nodes/shared/output/documents/namesIn';
import type { VendorAction } from './vendorActions';

const actions = JSON.parse(readFileSync(join(__dirname, 'vendorActions.json'), 'utf8')) as Record<
	string,
	VendorAction
>;

const entries: DocumentEntry[] = Object.values(documentCatalogue);

test('every action has an entry, in alphabetical order', () => {
	expect(entries.map(({ api }) => api).sort()).toEqual(Object.keys(actions).sort());
	const names = entries.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	expect(Object.entries(documentCatalogue).every(([key, { value }]) => key === value)).toBe(true);
});

/** The parameters that hold the file, or a page of it: the request is made of them. */
const FILE = ['ImageBase64', 'ImageUrl', 'IsPdf', 'EnablePdf', 'PdfPageNumber'];

/** Parameters that are left out, and why. */
const LEFT_OUT: Record<string, string> = {
	EnableMultiplePage: 'each page is a request of its own, so that there may be more than 30',
};

/** The parameters that fields and options of an operation send. */
const parametersOf = ({ value, shape, api }: DocumentEntry): string[] => {
	const own = (documentOptions.options as INodeProperties[]).filter(({ displayOptions }) =>
		displayOptions?.show?.['/operation']?.includes(value),
	);
	const fields = api === 'ExtractDocMulti' ? [...own, template] : own;
	const sent = fields.flatMap(({ routing }) => routing?.send?.property?.split('.')[0] ?? []);
	return [
		...sent,
		...(shape === 'structured' ? ['ItemNames'] : []),
		...(api === 'ExtractDocMulti' ? ['EnableCoord'] : []),
	];
};

describe.each(entries.map((entry) => [entry.api, entry] as const))('%s', (api, entry) => {
	const action = actions[api];

	test('is offered where the provider offers it', () => {
		expect([...entry.sites].sort()).toEqual([...action.sites].sort());
	});

	test('has the documented rate, formats and size', () => {
		expect(entry.requestsPerSecond ?? null).toBe(action.ratePerSecond);
		expect(entry.files.maxBase64).toBe(action.maxBase64MB);
		const formats = entry.files.kinds.flatMap(
			(kind) => ({ Office: ['WORD', 'EXCEL'], 'old Office': [] })[kind as string] ?? [kind],
		);
		const pdf = action.pdf ? ['PDF'] : [];
		expect(formats.sort()).toEqual([...new Set([...action.formats, ...pdf])].sort());
		expect(entry.files.pages !== undefined).toBe(action.pdf);
	});

	test('has every parameter', () => {
		const names = Object.keys(action.parameters);
		const own = names.filter((name) => !FILE.includes(name) && !(name in LEFT_OUT));
		expect(parametersOf(entry).sort()).toEqual(own.sort());
		const page = { IsPdf: ['IsPdf', 'PdfPageNumber'], EnablePdf: ['EnablePdf', 'PdfPageNumber'] };
		const pages = entry.files.pages;
		const ofPages = pages === undefined ? [] : (page[pages as 'IsPdf'] ?? ['PdfPageNumber']);
		expect(names.filter((name) => /Pdf/.test(name) && !(name in LEFT_OUT)).sort()).toEqual(ofPages);
		expect(Object.values(action.parameters).filter((type) => type.endsWith('!'))).toEqual([]);
	});

	if (entry.shape === 'fields') {
		test('has every field of the answer, in the documented order', () => {
			const { list, confidence, warnings } = entry;
			const paths = action.answer.split(' ').map((path) => path.replaceAll('[]', ''));
			const isObject = (path: string) => paths.some((other) => other.startsWith(`${path}.`));
			const own = paths.filter(
				(path) =>
					path !== 'RequestId' &&
					!isObject(path) &&
					path !== confidence &&
					path !== warnings &&
					!(list !== undefined && path.startsWith(list)) &&
					!/Image$/.test(path) &&
					path !== 'AdvancedInfo',
			);
			expect(namesIn(entry.fields).filter((name) => !name.startsWith('AdvancedInfo'))).toEqual(own);
			if (list === undefined) return;
			const inList = paths
				.filter((path) => path.startsWith(`${list}.`) && !isObject(path))
				.map((path) => path.slice(list.length + 1))
				.filter((path) => path !== confidence);
			expect([...namesIn(entry.fields)].sort()).toEqual(inList.sort());
		});
	}
});

/** What is documented of an invoice, and becomes something else than a column of its name. */
const OF_INVOICES = ['Code', 'Polygon', 'Page', 'CutImage', 'SingleInvoiceInfos'];

test('RecognizeGeneralInvoice: every field and line item of every kind, in the documented order', () => {
	const prefix = 'MixedInvoiceItems[].';
	const paths = actions.RecognizeGeneralInvoice.answer.split(' ');
	const inside = paths
		.filter((path) => path.startsWith(`${prefix}SingleInvoiceInfos.`))
		.map((path) => path.slice(`${prefix}SingleInvoiceInfos.`.length));
	const kinds = inside.filter((path) => !path.includes('.'));
	expect(Object.keys(INVOICE_TYPES)).toEqual(kinds);
	for (const kind of kinds) {
		const own = inside
			.filter((path) => path.startsWith(`${kind}.`))
			.map((path) => path.slice(kind.length + 1));
		const isOfList = (path: string) => path.includes('[]');
		const { fields, lists = {} } = INVOICE_TYPES[kind];
		expect([kind, namesIn(fields)]).toEqual([kind, own.filter((path) => !isOfList(path))]);
		// The names in an OtherInvoice are those on the paper.
		if (kind === 'OtherInvoice') continue;
		const cells = Object.entries(lists).flatMap(([list, text]) => [
			`${list}[]`,
			...namesIn(text).map((name) => `${list}[].${name}`),
		]);
		expect([kind, cells]).toEqual([kind, own.filter(isOfList)]);
	}
	const beside = paths
		.filter((path) => path.startsWith(prefix) && !path.includes('SingleInvoiceInfos.'))
		.map((path) => path.slice(prefix.length).split('.')[0])
		.filter((name) => !OF_INVOICES.includes(name));
	expect([...new Set(beside)].sort()).toEqual(
		['Type', 'SubType', 'TypeDescription', 'SubTypeDescription', 'Angle'].sort(),
	);
});

test('the fields that were asked for: what is said of the whole page is documented', () => {
	for (const { api, shape, fields } of entries.filter((entry) => entry.shape === 'structured')) {
		expect(shape).toBe('structured');
		const top = actions[api].answer.split(' ').filter((path) => !/[.[]/.test(path));
		expect(namesIn(fields)).toEqual(top.filter((path) => path !== 'RequestId'));
	}
});

test('every column of dates and amounts is one of the fields', () => {
	for (const { value, fields, dates, amounts, shape } of entries) {
		const types = Object.values(INVOICE_TYPES);
		const ofInvoices = types.flatMap((type) => [
			...namesIn(type.fields),
			...Object.values(type.lists ?? {}).flatMap(namesIn),
		]);
		const known = shape === 'invoices' ? ofInvoices : namesIn(fields);
		const own = namesIn(`${dates ?? ''} ${amounts ?? ''}`).map((name) =>
			name.replace(/^item_/, ''),
		);
		expect([value, own.filter((name) => !known.includes(name))]).toEqual([value, []]);
	}
});

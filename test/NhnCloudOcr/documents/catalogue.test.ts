/*
 * The catalogues are compared with `vendorDocs.json`, which `vendorDocs.ts` made of the provider's
 * guides: no API, no parameter, no field of an answer and no result code of them may be missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { documentErrors } from '../../../nodes/NhnCloudOcr/errors';
import { documentCatalogue } from '../../../nodes/NhnCloudOcr/operations/document/catalogue';
import { identityCardCatalogue } from '../../../nodes/NhnCloudOcr/operations/identityCard/catalogue';
import { fieldNames } from '../../../nodes/NhnCloudOcr/output/documents/documentCells';
import { inBusiness } from '../../../nodes/NhnCloudOcr/output/documents/inBusiness';
import { REQUEST_KEY } from '../../../nodes/NhnCloudOcr/output/documents/documentRow';
import { namesIn } from '../../../nodes/shared/output/documents/namesIn';
import type { VendorDocs } from './vendorDocs';

const entries = [...documentCatalogue, ...identityCardCatalogue];

const docs = JSON.parse(readFileSync(join(__dirname, 'vendorDocs.json'), 'utf8')) as VendorDocs;

type Entry = (typeof entries)[number];

/** The APIs of an entry, one for each authentication. */
const apisOf = ({ url, publicKey }: Entry) =>
	(publicKey ? ['v2.0', 'v2.1'] : ['v1.0', 'v1.1']).map((version) => {
		const request = `POST /${version}/appkeys/{appKey}${url}`;
		return { request, api: docs.apis.find((api) => api.request === request)! };
	});

test('every documented API has an entry, and every entry has its APIs', () => {
	const own = entries.flatMap(apisOf).map(({ request }) => request);
	const keys = ['v2.0', 'v2.1'].map(
		(version) => `GET /${version}/appkeys/{appKey}/public-keys/{serviceName}`,
	);
	expect([...own, ...keys].sort()).toEqual(docs.apis.map(({ request }) => request).sort());
});

test('the catalogues are in alphabetical order, and short enough for a list', () => {
	for (const catalogue of [documentCatalogue, identityCardCatalogue]) {
		const names = catalogue.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		expect(names.length).toBeLessThanOrEqual(30);
	}
});

const askedBy = ({ asks }: Entry) => [...(asks?.fields ?? []), ...(asks?.options ?? [])];

describe.each(entries.map((entry) => [`${entry.url} (${entry.value})`, entry] as const))(
	'%s',
	(_, entry) => {
		const apis = apisOf(entry).map(({ api }) => api);

		test('has every documented parameter as a field of its node', () => {
			for (const { fields } of apis) {
				const own = [
					...(entry.accepts ? ['image'] : []),
					...askedBy(entry).map(({ name }) => name),
				].filter((name) => name !== REQUEST_KEY);
				expect(own.sort()).toEqual(fields.map(({ name }) => name).sort());
				for (const { name, isRequired } of fields.filter(({ name: own }) => own !== 'image')) {
					const field = askedBy(entry).find((each) => each.name === name)!;
					// A list always has a choice. The node itself requires what only one kind of card has.
					const isOfAll = field.type === 'string' && !field.displayOptions;
					if (isOfAll) expect([name, field.required]).toEqual([name, isRequired]);
				}
			}
		});

		test('asks for the documented headers', () => {
			for (const { headers, answerHeaders } of apis) {
				expect(headers.includes('X-Key-Version')).toBe(entry.publicKey !== undefined);
				const asked = (entry.asks?.fields ?? []).map(({ name }) => name);
				expect(headers.includes('Request-Key')).toBe(asked.includes(REQUEST_KEY));
				expect(answerHeaders.includes('Request-Key')).toBe(entry.hasRequestKey ?? false);
			}
		});

		test('has every documented field of the answer', () => {
			const boxes = ['boxes', 'cardNumBoxes', 'validThruBox'];
			const parts = /\.(value|conf|bbox|key)$/;
			for (const { answer } of apis) {
				const documented = answer
					.map(({ name }) => name.replace(parts, ''))
					.filter((name) => !boxes.includes(name));
				const own = [
					...namesIn(entry.about),
					...(entry.isKeyValues ? ['keyValues'] : fieldNames(entry, null)),
					...(entry.kind ? [entry.kind] : []),
				];
				expect(own.sort()).toEqual([...new Set(documented)].sort());
				const names = answer.map(({ name }) => name);
				const hasConfidence = names.some((name) => name.endsWith('.conf'));
				const hasBox = names.some((name) => /\.bbox$|\w+Box(es)?$/.test(name));
				const measured = hasBox ? 'confidence box' : 'confidence';
				expect(entry.measured).toBe(hasConfidence ? measured : undefined);
			}
		});

		test('decrypts what is documented as encrypted, and nothing else', () => {
			for (const { answer } of apis) {
				const sealed = answer.filter(({ isSealed }) => isSealed).map(({ name }) => name);
				expect(namesIn(entry.sealed).sort()).toEqual(sealed.sort());
			}
		});

		if (entry.kind) {
			test('has every documented key of every kind, in the documented order', () => {
				const own = Object.keys(docs.keys).map((kind) => [kind, fieldNames(entry, kind)]);
				expect(Object.fromEntries(own)).toEqual(docs.keys);
			});
		}
	},
);

test('every documented status says whether a business is open', () => {
	const said = Object.entries(docs.statuses).map(([statusCode, meaning]) => [
		meaning.split(' ')[0],
		inBusiness({ statusCode }).inBusiness,
	]);
	expect(Object.fromEntries(said)).toEqual({
		...{ Businesses: false, VAT: true, Exempt: true, 'Non-profit': true },
		...{ Inactive: false, Closed: false, Others: null },
	});
	expect(inBusiness({ statusCode: 1 })).toEqual({ inBusiness: true });
	for (const statusCode of [null, '07', 'toString', {}]) {
		expect(inBusiness({ statusCode })).toEqual({ inBusiness: null });
	}
});

test('every documented result code has its kind and its sentences', () => {
	const documented = Object.keys(docs.codes).filter((code) => code !== '0');
	expect(documented.length).toBeGreaterThan(50);
	expect(documented.filter((code) => !Object.hasOwn(documentErrors, code))).toEqual([]);
});

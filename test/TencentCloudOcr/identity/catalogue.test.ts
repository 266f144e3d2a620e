/*
 * The catalogue is compared with `identityActions.json`, which the sandbox follows: no action, no parameter, no field and no limit
 * that the provider documents may be missing.
 */
import { identityCatalogue } from '../../../nodes/TencentCloudOcr/operations/identityDocument/catalogue';
import { VERIFICATION_FIELDS } from '../../../nodes/TencentCloudOcr/output/identity/verificationItem';
import { documented, READING, vendorActions } from './vendorActions';

const namesIn = (text = '') => text.split(/\s+/).filter((name) => name !== '');

test('every documented action has an entry, and there are 22', () => {
	expect(identityCatalogue.map(({ api }) => api).sort()).toEqual(READING);
	expect(READING).toHaveLength(22);
});

test('the entries are in alphabetical order, and each has a name of its own', () => {
	const names = identityCatalogue.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	expect(new Set(names).size).toBe(names.length);
	for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z ]+: [A-Z][A-Za-z' -]+$/);
});

/** The parameters of images. */
const IMAGES = ['ImageBase64', 'ImageUrl', 'BackImageBase64', 'BackImageUrl'];

describe.each(identityCatalogue.map((entry) => [entry.api, entry] as const))('%s', (api, entry) => {
	const vendor = vendorActions[api];
	const { fields, warnings, pictures } = documented(api);

	test('has every documented field, in the documented order', () => {
		const parts = entry.parts?.map((part) => namesIn(part.fields).map((name) => [part.name, name]));
		const ofParts = parts?.flat().map(([part, name]) => `Result.${part}.${name}`) ?? [];
		expect([...namesIn(entry.fields), ...ofParts].sort()).toEqual([...fields].sort());
		expect(namesIn(entry.fields)).toEqual(fields.filter((field) => !field.startsWith('Result.')));
		for (const { name, fields: own } of entry.parts ?? []) {
			const prefix = `Result.${name}.`;
			const known = fields.filter((field) => field.startsWith(prefix));
			expect(namesIn(own)).toEqual(known.map((field) => field.slice(prefix.length)));
		}
	});

	test('has every documented warning and picture', () => {
		expect(namesIn(entry.warnings).sort()).toEqual([...warnings].sort());
		expect(namesIn(entry.pictures)).toEqual(pictures);
	});

	test('sends every documented parameter, and no other', () => {
		const sent = [
			...Object.values(entry.files.images ?? { image: { base64: IMAGES[0], url: IMAGES[1] } })
				.map(({ base64, url }) => [base64, url])
				.flat(),
			...Object.keys(entry.portrait),
			...Object.keys(entry.parameters ?? {}),
			...(entry.options ?? []),
		];
		const offered = Object.keys(vendor.parameters).filter((name) => !vendor.hidden.includes(name));
		expect([...new Set(sent)].sort()).toEqual(offered.sort());
	});

	test('always sends what is required, and the portrait only where it is asked for', () => {
		expect(Object.keys(entry.parameters ?? {})).toEqual(vendor.required);
		for (const [name, value] of Object.entries(entry.portrait)) {
			expect(typeof value).toBe(vendor.parameters[name].replace('bool', 'boolean'));
			expect(entry.parameters?.[name] ?? false).toBe(false);
		}
	});

	test('has the documented site, rate, formats and sizes', () => {
		expect(entry.sites).toEqual(vendor.sites);
		expect(entry.requestsPerSecond ?? null).toBe(vendor.requestsPerSecond);
		expect([...entry.files.kinds].sort()).toEqual(vendor.formats);
		expect(entry.files.maxBase64).toBe(vendor.maxBase64);
		expect(entry.files.urls).toBe(
			vendor.urlsInChinaOnly ? 'Tencent Cloud in China' : 'Tencent Cloud',
		);
	});
});

test('GetCardVerificationExternalResult: every documented field, in the documented order', () => {
	const { fields } = documented('GetCardVerificationExternalResult');
	expect(namesIn(VERIFICATION_FIELDS)).toEqual(fields);
});

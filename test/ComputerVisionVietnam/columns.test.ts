import { boxesOf, confidencesOf, DOCUMENTED, fieldsOf } from './documented';
import { EXTRACT, PHOTOCOPY, REGISTRATION, rows, side, TWO_SIDES, VERIFY } from './sides';

/*
 * n8n's Google Sheets and Excel nodes write the columns of their header row and drop others without
 * a word, so rows of one type must not differ in their columns.
 */

const OPTIONS = { options: { fieldConfidences: true, fieldBoxes: true } };

describe.each(Object.keys(DOCUMENTED))('%s', (type) => {
	const fields = fieldsOf(type);

	test('every documented field is a column, in the documented order, null where it is missing', async () => {
		const [empty] = await rows(EXTRACT, side(type, {}, {}));
		expect(Object.keys(empty)).toEqual(['type', ...fields, 'confidence']);
		expect(fields.map((name) => empty[name])).toEqual(fields.map(() => null));
	});

	test('what the documentation does not list comes after them', async () => {
		const info = { seal: 'red', ...Object.fromEntries(fields.map((name) => [name, 'x'])) };
		const [row] = await rows(EXTRACT, side(type, info, {}));
		expect(Object.keys(row)).toEqual(['type', ...fields, 'seal', 'confidence']);
	});

	test('names in another case stand in the documented column', async () => {
		const [first] = fields;
		const info = { [first.toUpperCase()]: 'x' };
		const [row] = await rows(EXTRACT, side(type, info, {}));
		expect(row[first]).toBe('x');
		expect(Object.keys(row)).toEqual(['type', ...fields, 'confidence']);
	});

	test('so are the documented confidences and boxes', async () => {
		const [row] = await rows({ ...EXTRACT, ...OPTIONS }, side(type, {}, {}));
		expect(Object.keys(row)).toEqual([
			'type',
			...fields,
			...confidencesOf(type),
			...boxesOf(type),
			'confidence',
		]);
	});
});

test('Verify has the verdict before the fields', async () => {
	const [row] = await rows(VERIFY, side('passport', {}, {}));
	expect(Object.keys(row).slice(0, 5)).toEqual([
		'type',
		'valid',
		'invalidCode',
		'invalidMessage',
		'id',
	]);
});

const KINDS = ['9_id_card', '12_id_card', 'chip_id_card', 'military_id_card', 'officer_id_card'];
const VERDICT = ['valid', 'invalidCode', 'invalidMessage'];

/** The columns that the back adds to those of the front. */
const backColumns = (front: string[], back: string[]) =>
	back.map((name) => (front.includes(name) ? `back_${name}` : name));

describe.each(KINDS)('both sides of a %s', (kind) => {
	const front = side(`${kind}_front`, { id: '1' });
	const back = side(`${kind}_back`, { identification_sign: 'x' });
	const fronts = fieldsOf(front.type!);
	const columns = [
		...['type', 'back_type', ...VERDICT],
		...VERDICT.map((name) => `front_${name}`),
		...VERDICT.map((name) => `back_${name}`),
		'warnings',
		...fronts,
		...backColumns(fronts, fieldsOf(back.type!)),
		'confidence',
	];

	test.each([
		['both valid', [front, back]],
		['back first', [back, front]],
		['a photocopied back', [front, { ...back, ...PHOTOCOPY }]],
		['no verdict', [side(front.type, {}, {}), side(back.type, {}, {})]],
		['the front alone', [front]],
		['the back alone', [back]],
	])('%s: the same columns', async (_, data) => {
		const [row] = await rows(TWO_SIDES, data);
		expect(Object.keys(row)).toEqual(columns);
	});

	test.each([
		['the front twice', [front, front]],
		['three sides', [front, back, back]],
		['a passport in place of the back', [front, side('passport', { id: 'X1' })]],
		['the back of another kind', [front, side('new_card_back', { seal: 'red' })]],
	])('%s: the same columns, and more between them', async (_, data) => {
		const [row] = await rows(TWO_SIDES, data);
		expect(Object.keys(row).filter((name) => columns.includes(name))).toEqual(columns);
	});

	test('so are their confidences and boxes', async () => {
		const [both] = await rows({ ...TWO_SIDES, ...OPTIONS }, [front, back]);
		const [alone] = await rows({ ...TWO_SIDES, ...OPTIONS }, [back]);
		expect(Object.keys(alone)).toEqual(Object.keys(both));
		const isAboutFields = (name: string) => /_(confidence|left|top|right|bottom)$/.test(name);
		expect(Object.keys(both).filter(isAboutFields)).toEqual([
			...confidencesOf(front.type!),
			...backColumns(confidencesOf(front.type!), confidencesOf(back.type!)),
			...boxesOf(front.type!),
			...backColumns(boxesOf(front.type!), boxesOf(back.type!)),
		]);
	});
});

describe('both sides of a vehicle registration', () => {
	const front = side('vehicle_registration_front', { plate: '00A-000.03' }, {});
	const back = side('vehicle_registration_back', { color: 'Xanh' }, {});
	const fronts = fieldsOf(front.type!);

	test.each([
		['both', [front, back]],
		['the front alone', [front]],
		['the back alone', [back]],
	])('%s: the same columns', async (_, data) => {
		const [row] = await rows(REGISTRATION, data);
		expect(Object.keys(row)).toEqual([
			...['type', 'back_type', 'warnings'],
			...fronts,
			...backColumns(fronts, fieldsOf(back.type!)),
			'confidence',
		]);
	});
});

test('a registration whose type says no side has the columns of both', async () => {
	const [row] = await rows(
		{ ...REGISTRATION, operation: 'extract' },
		side('vehicle_registrations', { engine: 'E1' }, {}),
	);
	const names = ['vehicle_registration_front', 'vehicle_registration_back'].flatMap(fieldsOf);
	expect(Object.keys(row)).toEqual(['type', ...new Set(names), 'confidence']);
});

test('a column never speaks of the other side: what only one side documents is its own', async () => {
	const data = [
		side('chip_id_card_front', { issue_date: 'of the front', seal: 'red' }),
		side('chip_id_card_back', { issue_date: 'of the back', name: 'of the back', seal: 'blue' }),
	];
	const [both] = await rows(TWO_SIDES, data);
	const [front] = await rows(TWO_SIDES, [data[0]]);
	expect(both).toMatchObject({
		issue_date: 'of the back',
		front_issue_date: 'of the front',
		name: null,
		back_name: 'of the back',
		seal: 'red',
		back_seal: 'blue',
	});
	expect(front).toMatchObject({ issue_date: null, front_issue_date: 'of the front' });
});

test('without All Fields, the parts of addresses and their codes are left out, and nothing else', async () => {
	for (const type of Object.keys(DOCUMENTED)) {
		const fields = fieldsOf(type);
		const info = Object.fromEntries(fields.map((name) => [name, 'x']));
		const [row] = await rows({ ...EXTRACT, options: { allFields: false } }, side(type, info, {}));
		const isPart = (name: string) => /_(town|district|ward)(_code)?$|^issued_at_code$/.test(name);
		const main = fields.filter((name) => !isPart(name));
		expect(Object.keys(row)).toEqual(['type', ...main, 'confidence']);
	}
	const [row] = await rows({ ...TWO_SIDES, options: { allFields: false } }, [
		side('9_id_card_front', { address: 'x' }),
		side('9_id_card_back', { address_ward: 'x' }),
	]);
	expect(Object.keys(row).filter((name) => /_(ward|town|code)/.test(name))).toEqual([]);
	expect(row.address).toBe('x');
});

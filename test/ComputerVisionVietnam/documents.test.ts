import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { JPEG, PNG } from '../support/files';
import { expectSchema } from '../support/schema';
import { answerWith, documents, run, succeeded } from './vision';

const FRONT = {
	type: 'chip_id_card_front',
	info: {
		id: '000000000001',
		name: 'NGUYỄN VĂN MẪU',
		dob: '01/01/1990',
		Address_ward: 'Phường Mẫu',
		id_confidence: 0.99,
		name_confidence: '0.91',
		id_box: [10, 20, 110, 40],
		name_box: [],
		image: '',
	},
	valid: 'True',
	invalidCode: '0',
	invalidMessage: 'Successful',
};

const BACK = {
	type: 'chip_id_card_back',
	info: {
		issue_date: '02/02/2022',
		dob: '900101',
		country: null,
		mrz_confidence: 0.87,
		image: '',
	},
	valid: 'False',
	invalidCode: '2',
	invalidMessage: 'The picture is a photocopy version of the id card',
};

const VALID = { valid: true, invalidCode: 0, invalidMessage: 'Successful' };
const PHOTOCOPY = { valid: false, invalidCode: 2, invalidMessage: BACK.invalidMessage };
const FRONT_FIELDS = {
	id: '000000000001',
	name: 'NGUYỄN VĂN MẪU',
	dob: '01/01/1990',
	Address_ward: 'Phường Mẫu',
};
const BACK_FIELDS = { issue_date: '02/02/2022', dob: '900101', country: null };

const FRONT_ROW = { type: FRONT.type, ...VALID, ...FRONT_FIELDS, confidence: 0.91 };
const BACK_ROW = { type: BACK.type, ...PHOTOCOPY, ...BACK_FIELDS, confidence: 0.87 };

const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

const rows = async (parameters: Parameters<typeof documents>[0], data: unknown) =>
	jsonOf(await documents(parameters, succeeded(data)));

const ONE = { operation: 'verify' };
const TWO = { operation: 'verifyTwoSides' };
const APART = { ...TWO, combineSides: false };

describe('one item a side', () => {
	test.each<[string, unknown, IDataObject[]]>([
		['data is an object', FRONT, [FRONT_ROW]],
		['data is a list', [BACK, FRONT], [BACK_ROW, FRONT_ROW]],
		['a list in a list', [[BACK], [FRONT]], [BACK_ROW, FRONT_ROW]],
		[
			'info is a list: what stands beside it holds for each',
			{ ...FRONT, info: [FRONT.info, { id: '2', id_confidence: 0.5 }] },
			[FRONT_ROW, { type: FRONT.type, ...VALID, id: '2', confidence: 0.5 }],
		],
		[
			'everything is a list',
			{
				type: [FRONT.type, BACK.type],
				info: [FRONT.info, BACK.info],
				valid: ['True', 'False'],
				invalidCode: ['0', '2'],
				invalidMessage: [FRONT.invalidMessage, BACK.invalidMessage],
			},
			[FRONT_ROW, BACK_ROW],
		],
		['info is a list of sides', { info: [FRONT, BACK] }, [FRONT_ROW, BACK_ROW]],
		[
			'info is a list of fields with their types',
			{ info: [{ type: FRONT.type, ...FRONT.info }] },
			[{ ...FRONT_ROW, valid: null, invalidCode: null, invalidMessage: null }],
		],
	])('%s', async (_, data, expected) => {
		const found = await rows(ONE, data);
		expect(found).toEqual(expected);
		expect(found.map((row) => Object.keys(row))).toEqual(expected.map((row) => Object.keys(row)));
	});

	test('a PDF, or several cards in one photo: no verdict, so it is null', async () => {
		const { type, info } = FRONT;
		expect(await rows(ONE, [{ type, info }])).toEqual([
			{
				type,
				valid: null,
				invalidCode: null,
				invalidMessage: null,
				...FRONT_FIELDS,
				confidence: 0.91,
			},
		]);
	});

	test('operations without a verdict have no columns for it', async () => {
		const { type, info } = FRONT;
		const [row] = await rows({ operation: 'extract' }, [{ type, info }]);
		expect(Object.keys(row)).toEqual(['type', ...Object.keys(FRONT_FIELDS), 'confidence']);
	});

	test('operations without a verdict have columns for one that the provider gives', async () => {
		expect(await rows({ operation: 'extract' }, [FRONT])).toEqual([FRONT_ROW]);
	});

	test('unknown types, other cases and nested values: every value fits in a cell', async () => {
		const info = {
			ID: 'X1',
			ID_CONFIDENCE: 0.6,
			ID_Box: [1, 2, 3, 4],
			IMAGE: '',
			tags: ['a', { b: 1 }],
			class: { name: 'B2' },
			seats: 4,
			electric: false,
			note: null,
		};
		const [row] = await rows(
			{ operation: 'extract', options: { fieldConfidences: true, fieldBoxes: true } },
			[{ type: 'chip_id_card_2024_front', info, source: 'new' }],
		);
		expect(row).toEqual({
			type: 'chip_id_card_2024_front',
			source: 'new',
			ID: 'X1',
			tags: '["a",{"b":1}]',
			class: '{"name":"B2"}',
			seats: 4,
			electric: false,
			note: null,
			ID_CONFIDENCE: 0.6,
			ID_left: 1,
			ID_top: 2,
			ID_right: 3,
			ID_bottom: 4,
			confidence: 0.6,
		});
	});

	test('lists that run parallel to info, with a gap', async () => {
		const data = { type: ['a_front', 'b_back'], info: [null, { id: 'b' }] };
		expect(await rows({ operation: 'extract' }, data)).toEqual([
			{ type: 'b_back', id: 'b', confidence: null },
		]);
	});

	test('a verdict without fields', async () => {
		expect(await rows(ONE, { ...FRONT, info: [] })).toEqual([
			{ type: FRONT.type, ...VALID, confidence: null },
		]);
	});

	test('a type among the fields', async () => {
		expect(
			await rows({ operation: 'extract' }, { type: null, info: { type: 'passport', id: 'X1' } }),
		).toEqual([{ type: 'passport', id: 'X1', confidence: null }]);
	});

	test('without confidences, boxes, type and info', async () => {
		expect(
			await rows({ operation: 'extract' }, [{ type: 'passport', info: { id: 'X1' } }, {}]),
		).toEqual([
			{ type: 'passport', id: 'X1', confidence: null },
			{ type: null, confidence: null },
		]);
	});

	test("a passport's own confidence counts as one of its fields'", async () => {
		const info = { id: 'X1', id_confidence: 0.9, confidence: 0.4 };
		expect(await rows({ operation: 'extract' }, { type: 'passport', info })).toEqual([
			{ type: 'passport', id: 'X1', confidence: 0.4 },
		]);
	});

	test.each([
		['true', true],
		[true, true],
		['False', false],
		['', null],
		['maybe', null],
	])('valid %j is %j', async (valid, expected) => {
		const [row] = await rows(ONE, { ...FRONT, valid });
		expect(row.valid).toBe(expected);
	});

	test('confidences and boxes are columns', async () => {
		const options = { fieldConfidences: true, fieldBoxes: true };
		const [row] = await rows({ ...ONE, options }, FRONT);
		expect(row).toEqual({
			...FRONT_ROW,
			id_confidence: 0.99,
			name_confidence: 0.91,
			id_left: 10,
			id_top: 20,
			id_right: 110,
			id_bottom: 40,
			name_left: null,
			name_top: null,
			name_right: null,
			name_bottom: null,
		});
	});
});

describe('two sides', () => {
	const COMBINED = {
		type: FRONT.type,
		...VALID,
		...FRONT_FIELDS,
		back_type: BACK.type,
		back_valid: false,
		back_invalidCode: 2,
		back_invalidMessage: BACK.invalidMessage,
		issue_date: '02/02/2022',
		back_dob: '900101',
		country: null,
		confidence: 0.87,
	};

	test.each([
		['front first', [FRONT, BACK]],
		['back first', [BACK, FRONT]],
	])('%s: one item, told apart by type', async (_, data) => {
		expect(await rows(TWO, data)).toEqual([COMBINED]);
	});

	test('what both sides say alike, or one leaves empty, stands once', async () => {
		const side = (type: string, info: IDataObject) => ({ type, info });
		const data = [
			side('x_front', { a: '1', b: '', c: '3', d: null }),
			side('x_back', { a: '1', b: '2', c: '', d: '4' }),
		];
		const [row] = await rows(
			{ resource: 'vehicleRegistration', operation: 'extractTwoSides' },
			data,
		);
		expect(row).toEqual({
			type: 'x_front',
			back_type: 'x_back',
			a: '1',
			b: '2',
			c: '3',
			d: '4',
			confidence: null,
		});
	});

	test.each([
		['only one type says it: it is the back', ['back_of_a_card', 'new'], ['new', 'back_of_a_card']],
		['only one type says it: it is the front', ['new', 'a_front'], ['a_front', 'new']],
		['neither says it: the order that was sent', ['one', 'other'], ['one', 'other']],
	])('%s', async (_, types, [type, backType]) => {
		const data = types.map((each) => ({ type: each, info: { id: each } }));
		const [row, ...more] = await rows({ ...TWO }, data);
		expect(more).toEqual([]);
		expect(row).toMatchObject({ type, back_type: backType, id: type, back_id: backType });
	});

	test("the documentation's own type, the same for both sides", async () => {
		const type = 'vehicle_registrations';
		const data = [
			{ type, info: { plate: '00A-00001' } },
			{ type, info: { engine: 'E1' } },
		];
		expect(
			await rows({ resource: 'vehicleRegistration', operation: 'extractTwoSides' }, data),
		).toEqual([{ type, plate: '00A-00001', engine: 'E1', confidence: null }]);
	});

	const unchecked = (side: IDataObject) => ({ type: side.type, info: side.info });

	test.each<[string, IDataObject[], IDataObject]>([
		[
			'the front was not checked',
			[unchecked(FRONT), { ...BACK, valid: 'True' }],
			{ valid: null, invalidCode: null, invalidMessage: null, back_valid: true },
		],
		['the back was not checked', [FRONT, unchecked(BACK)], { valid: true, back_valid: null }],
		[
			'the front has no message',
			[{ ...FRONT, invalidMessage: '' }, BACK],
			{ invalidMessage: '', back_invalidMessage: BACK.invalidMessage },
		],
	])('the verdict of one side does not stand for the other: %s', async (_, data, expected) => {
		const [row] = await rows(TWO, data);
		expect(row).toMatchObject(expected);
	});

	test('a field that the back alone has keeps its confidence and its box', async () => {
		const front = { plate: '', plate_confidence: 0, plate_box: [1, 2, 3, 4] };
		const back = { plate: '00A-00001', plate_confidence: 0.98, plate_box: [5, 6, 7, 8] };
		const options = { fieldConfidences: true, fieldBoxes: true };
		const [row] = await rows({ ...TWO, options }, [
			{ type: 'x_front', info: front },
			{ type: 'x_back', info: back },
		]);
		expect(row).toMatchObject({ plate: '00A-00001', plate_confidence: 0.98, plate_left: 5 });
		expect(row).not.toHaveProperty('back_plate_confidence');
	});

	test('two driving licenses are the sides of one', async () => {
		const side = (info: IDataObject) => ({ type: 'driving_license', info });
		const [row, ...more] = await rows(TWO, [side({ id: '1' }), side({ class: 'B2' })]);
		expect(more).toEqual([]);
		expect(row).toMatchObject({ id: '1', class: 'B2' });
	});

	const OTHER = { type: 'driving_license', info: { name: 'B' } };
	const PASSPORT = { type: 'passport', info: { name: 'C' } };

	test.each([
		['two fronts', [FRONT, FRONT]],
		['a card and a driving license', [FRONT, OTHER]],
		['two passports', [PASSPORT, PASSPORT]],
		['a passport and a card', [PASSPORT, BACK]],
		['one side', [BACK]],
		['three sides', [FRONT, BACK, BACK]],
	])('%s cannot be one document: an item a side', async (_, data) => {
		expect((await rows(TWO, data)).map(({ type }) => type)).toEqual(data.map(({ type }) => type));
	});

	test('without Combine Sides: an item a side, in the order they came', async () => {
		expect(await rows(APART, [BACK, FRONT])).toEqual([BACK_ROW, FRONT_ROW]);
	});

	test('confidences and boxes of a field that both sides have', async () => {
		const data = [
			{ type: 'x_back', info: { dob: 'b', dob_confidence: 0.2, dob_box: [5, 6, 7, 8] } },
			{ type: 'x_front', info: { dob: 'f', dob_confidence: 0.9, dob_box: [1, 6, 3, 8] } },
		];
		const options = { fieldConfidences: true, fieldBoxes: true };
		const [row] = await rows({ ...TWO, options }, data);
		expect(row).toMatchObject({
			dob: 'f',
			back_dob: 'b',
			dob_confidence: 0.9,
			back_dob_confidence: 0.2,
			dob_left: 1,
			back_dob_left: 5,
			dob_top: 6,
			confidence: 0.2,
		});
		expect(row).not.toHaveProperty('back_dob_top');
	});
});

test.each([
	['an object', FRONT],
	['a list', [BACK, FRONT]],
	['an empty string', ''],
])('without Simplify the answer stays as it came: %s', async (_, data) => {
	const extra = { ...succeeded(data), time: 1.5, nested: { a: [null] } };
	answerWith(() => extra);
	const { outputs } = await run({ resource: 'card', ...TWO, simplify: false });
	expect(jsonOf(outputs[0])).toEqual([extra]);
});

describe('the aligned image', () => {
	const lines = (file: Buffer) => file.toString('base64').replace(/.{20}/g, '$&\n');
	const withImage = (side: typeof FRONT | typeof BACK, file: Buffer) => ({
		...side,
		info: { ...side.info, image: lines(file) },
	});
	const DATA = [withImage(BACK, JPEG), withImage(FRONT, PNG)];
	const options = { alignedImage: true };
	const png = (name: string) => ({
		data: PNG.toString('base64'),
		mimeType: 'image/png',
		fileName: `${name}.png`,
	});
	const jpeg = (name: string) => ({
		data: JPEG.toString('base64'),
		mimeType: 'image/jpeg',
		fileName: `${name}.jpg`,
	});

	test('of one side is the file image, and in no cell', async () => {
		const [{ json, binary }] = await documents({ ...ONE, options }, succeeded(DATA[1]));
		expect(binary).toMatchObject({ image: png('image') });
		expect(json).toEqual(FRONT_ROW);
	});

	test('of combined sides are the files front and back', async () => {
		const [{ binary }] = await documents({ ...TWO, options }, succeeded(DATA));
		expect(binary).toMatchObject({ front: png('front'), back: jpeg('back') });
	});

	test('of sides apart is the file image of each', async () => {
		const [back, front] = await documents({ ...APART, options }, succeeded(DATA));
		expect(back.binary).toMatchObject({ image: jpeg('image') });
		expect(front.binary).toMatchObject({ image: png('image') });
	});

	test('may have a data URI prefix', async () => {
		const image = `data:image/png;base64,${PNG.toString('base64')}`;
		const side = { ...FRONT, info: { ...FRONT.info, image } };
		const [{ binary }] = await documents({ ...ONE, options }, succeeded(side));
		expect(binary).toMatchObject({ image: png('image') });
	});

	test('that is empty, or no text, is no file', async () => {
		const none = { ...FRONT, info: { ...FRONT.info, image: null } };
		const [{ binary }] = await documents({ ...ONE, options }, succeeded(none));
		expect(binary).toBeUndefined();
	});
});

describe('fifty items in one run, answered out of order', () => {
	/** Every third has two documents, every fifth none; the others have their sides back first. */
	const data = (item: number) => {
		const side = (name: string) => ({ type: `card_${name}`, info: { id: String(item) } });
		if (item % 5 === 4) return '';
		return item % 3 === 2 ? [side('front'), side('front')] : [side('back'), side('front')];
	};
	const items = Array.from({ length: 50 }, (_, item) => ({ json: { item } }));

	test.each([true, false])(
		'combineSides %j: each is paired to its input item',
		async (combineSides) => {
			answerWith(async ({ query }) => {
				const item = Number(/front-(\d+)/.exec(query)![1]);
				await new Promise((resolve) => setTimeout(resolve, (item * 7) % 23));
				return succeeded(data(item));
			});
			const { outputs } = await run(
				{
					resource: 'card',
					...TWO,
					combineSides,
					frontImageUrl: '=https://example.com/front-{{ $json.item }}.png',
					backImageUrl: '=https://example.com/back-{{ $json.item }}.png',
				},
				{ items, settings: { onError: 'continueRegularOutput' } },
			);
			const expected = items.flatMap(({ json: { item } }): Array<[number, string?]> => {
				if (item % 5 === 4) return [[item, undefined]];
				const row: [number, string] = [item, String(item)];
				return item % 3 === 2 || !combineSides ? [row, row] : [row];
			});
			expect(
				outputs[0].map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json.id]),
			).toEqual(expected);
		},
	);
});

describe('the schema files describe the items', () => {
	const VERDICT = { valid: 'True', invalidCode: '0', invalidMessage: 'Successful' };
	const CARD_FRONT = { type: 'chip_id_card_front', info: { id: '1', id_confidence: 1, image: '' } };
	const CARD_BACK = { type: 'chip_id_card_back', info: { issue_date: '02/02/2022', image: '' } };
	const FRONT_OF_CAR = { type: 'vehicle_registration_front', info: { name: 'MẪU', image: '' } };
	const BACK_OF_CAR = { type: 'vehicle_registration_back', info: { color: 'Đỏ', image: '' } };

	test.each([
		['card', 'extract', [CARD_FRONT]],
		['card', 'verify', { ...CARD_FRONT, ...VERDICT }],
		['card', 'verifyTwoSides', [CARD_BACK, CARD_FRONT].map((side) => ({ ...side, ...VERDICT }))],
		['vehicleRegistration', 'extract', [BACK_OF_CAR]],
		['vehicleRegistration', 'extractTwoSides', [BACK_OF_CAR, FRONT_OF_CAR]],
	])('%s %s', async (resource, operation, data) => {
		const items = await documents({ resource, operation }, succeeded(data));
		expectSchema(`ComputerVisionVietnam/${resource}/${operation}`, items);
	});
});

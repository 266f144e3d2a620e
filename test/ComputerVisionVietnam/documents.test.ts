import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { JPEG, PNG } from '../support/files';
import { textOf } from '../support/runNode';
import { expectSchema } from '../support/schema';
import { fieldsOf, nothing } from './documented';
import { BACK, EXTRACT, FRONT, PHOTOCOPY, rows, side, TWO_SIDES, VERIFY } from './sides';
import { answerWith, documents, run, succeeded } from './vision';

const IS_VALID = { valid: true, invalidCode: 0, invalidMessage: null };
const NO_VERDICT = { valid: null, invalidCode: null, invalidMessage: null };

const FRONT_FIELDS = {
	...nothing(fieldsOf('chip_id_card_front')),
	id: '000000000001',
	name: 'NGUYỄN VĂN MẪU',
	dob: '01/01/1990',
	address_ward: 'Phường Mẫu',
};
const BACK_FIELDS = {
	...nothing(fieldsOf('chip_id_card_back')),
	issue_date: '02/02/2022',
	person_number: '000000000001',
	dob: '900101',
	sur_name: 'NGUYEN',
	given_name: 'VAN MAU',
};

const FRONT_ROW = { type: FRONT.type, ...IS_VALID, ...FRONT_FIELDS, confidence: 0.91 };
const BACK_ROW = { type: BACK.type, ...IS_VALID, ...BACK_FIELDS, confidence: 0.87 };

const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

describe('one item a side', () => {
	test.each<[string, unknown, IDataObject[]]>([
		['data is an object', FRONT, [FRONT_ROW]],
		['data is a list', [BACK, FRONT], [BACK_ROW, FRONT_ROW]],
		[
			'the code of a warning beside the word "True" is not valid',
			{ ...FRONT, ...PHOTOCOPY, valid: 'True' },
			[{ ...FRONT_ROW, ...PHOTOCOPY, valid: false, invalidCode: 2 }],
		],
		['a list in a list', [[BACK], [FRONT]], [BACK_ROW, FRONT_ROW]],
		[
			'info is a list: what stands beside it holds for each',
			{ ...FRONT, info: [FRONT.info, { id: '2', id_confidence: 0.5 }] },
			[
				FRONT_ROW,
				{
					type: FRONT.type,
					...IS_VALID,
					...nothing(fieldsOf('chip_id_card_front')),
					id: '2',
					confidence: 0.5,
				},
			],
		],
		['info is a list in a list', { ...FRONT, info: [[FRONT.info]] }, [FRONT_ROW]],
		[
			'everything is a list',
			{
				type: [FRONT.type, BACK.type],
				info: [FRONT.info, BACK.info],
				valid: ['True', 'True'],
				invalidCode: ['0', '0'],
				invalidMessage: [FRONT.invalidMessage, BACK.invalidMessage],
			},
			[FRONT_ROW, BACK_ROW],
		],
		[
			'a list of one beside an object',
			{
				type: [FRONT.type],
				info: FRONT.info,
				valid: ['True'],
				invalidCode: ['0'],
				invalidMessage: ['Successful'],
			},
			[FRONT_ROW],
		],
		['info is a list of sides', { info: [FRONT, BACK] }, [FRONT_ROW, BACK_ROW]],
		[
			'info is a list of fields with their types',
			{ info: [{ type: FRONT.type, ...FRONT.info }] },
			[{ ...FRONT_ROW, ...NO_VERDICT }],
		],
	])('%s', async (_, data, expected) => {
		const found = await rows(VERIFY, data);
		expect(found).toEqual(expected);
		expect(found.map((row) => Object.keys(row))).toEqual(expected.map((row) => Object.keys(row)));
	});

	test('a PDF, or several cards in one photo: no verdict, so it is null', async () => {
		const { type, info } = FRONT;
		expect(await rows(VERIFY, [{ type, info }])).toEqual([{ ...FRONT_ROW, ...NO_VERDICT }]);
	});

	test('operations without a verdict have no columns for it', async () => {
		const { type, info } = FRONT;
		const [row] = await rows(EXTRACT, [{ type, info }]);
		expect(Object.keys(row)).toEqual(['type', ...fieldsOf(type), 'confidence']);
	});

	test('operations without a verdict have columns for one that the provider gives', async () => {
		expect(await rows(EXTRACT, [FRONT])).toEqual([FRONT_ROW]);
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
			{ ...EXTRACT, options: { fieldConfidences: true, fieldBoxes: true } },
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

	test('lists that run parallel to info: a gap is a side without fields', async () => {
		const data = { type: ['a_front', 'b_back'], info: [null, { id: 'b' }] };
		expect(await rows(EXTRACT, data)).toEqual([
			{ type: 'a_front', confidence: null },
			{ type: 'b_back', id: 'b', confidence: null },
		]);
	});

	test('a verdict for one of two sides does not stand for the other', async () => {
		const data = { type: ['a_front', 'b_back'], info: [{ id: 'a' }, { id: 'b' }], valid: ['True'] };
		expect((await rows(VERIFY, data)).map(({ valid }) => valid)).toEqual([true, null]);
	});

	test.each([
		['a list', []],
		['an empty text', ''],
		['an object', {}],
	])('a verdict without fields has the columns of its type: info is %s', async (_, info) => {
		const [row] = await rows(VERIFY, { ...FRONT, info });
		const empty = nothing(fieldsOf('chip_id_card_front'));
		expect(row).toEqual({ type: FRONT.type, ...IS_VALID, ...empty, confidence: null });
		expect(Object.keys(row)).toEqual(Object.keys(FRONT_ROW));
	});

	test('info that is a text is kept', async () => {
		const [row] = await rows(VERIFY, { ...FRONT, info: 'The card is blurred' });
		expect(row).toMatchObject({ type: FRONT.type, valid: true, info: 'The card is blurred' });
	});

	test('a type among the fields', async () => {
		const [row] = await rows(EXTRACT, { type: null, info: { type: 'new', id: 'X1' } });
		expect(row).toEqual({ type: 'new', id: 'X1', confidence: null });
	});

	test('what stands both beside info and in it is kept twice', async () => {
		const [row] = await rows(EXTRACT, { type: 'new', source: 1, info: { type: 'B2', source: 1 } });
		expect(row).toEqual({ type: 'new', source: 1, info_type: 'B2', confidence: null });
	});

	test("a passport's own confidence is no confidence of a field", async () => {
		const info = { id: 'X1', id_confidence: 0.9, confidence: 0.4 };
		const options = { fieldConfidences: true };
		const [row] = await rows({ ...EXTRACT, options }, { type: 'passport', info });
		expect(row).toMatchObject({ document_confidence: 0.4, id_confidence: 0.9, confidence: 0.9 });
		const [without] = await rows(EXTRACT, { type: 'passport', info: { id: 'X1' } });
		expect(without).toMatchObject({ document_confidence: null, confidence: null });
	});

	test.each<[unknown, unknown]>([
		['true', true],
		[true, true],
		['False', false],
		['', null],
		['maybe', null],
		[['True', 'False'], false],
		[['True', ''], null],
		[[], null],
	])('valid %j is %j', async (valid, expected) => {
		const [row] = await rows(VERIFY, { ...FRONT, valid });
		expect(row.valid).toBe(expected);
	});

	test.each<[unknown, unknown]>([
		['2', 2],
		[2, 2],
		['E12', 'E12'],
		['', null],
		[null, null],
		[{ code: 2 }, '{"code":2}'],
		[['0', '2'], '["0","2"]'],
	])('invalidCode %j is %j', async (invalidCode, expected) => {
		const [row] = await rows(VERIFY, { ...FRONT, invalidCode });
		expect(row.invalidCode).toBe(expected);
	});

	test('several types of one side stay readable', async () => {
		const [row] = await rows(VERIFY, {
			...FRONT,
			...PHOTOCOPY,
			type: ['a', 'b'],
			invalidMessage: { vi: 'x' },
		});
		expect(row).toMatchObject({ type: '["a","b"]', invalidMessage: '{"vi":"x"}' });
	});

	test('confidences and boxes are columns', async () => {
		const options = { fieldConfidences: true, fieldBoxes: true };
		const [row] = await rows({ ...VERIFY, options }, FRONT);
		expect(row).toMatchObject({
			...FRONT_ROW,
			id_confidence: 0.99,
			name_confidence: 0.91,
			dob_confidence: null,
			id_left: 10,
			id_top: 20,
			id_right: 110,
			id_bottom: 40,
			name_left: null,
			dob_bottom: null,
		});
	});
});

test.each([
	['Exception', 'Timeout of a worker', 'Exception', 'Timeout of a worker'],
	['warnings', ['blurred'], 'warnings', '["blurred"]'],
	['valid', 'True', 'answer_valid', 'True'],
])('%s beside the data is a column', async (name, value, column, cell) => {
	const answer = { ...succeeded(side('new', { id: '1' }, PHOTOCOPY)), [name]: value };
	const [{ json }] = await documents(VERIFY, answer);
	expect(json).toMatchObject({ valid: false, id: '1', [column]: cell });
});

describe('a response with an unknown structure', () => {
	test.each<[string, unknown]>([
		['a text', 'some text'],
		['fields where a document ought to be', [{ id: '1' }]],
		['sides by their names', { front: FRONT, back: BACK }],
		['a text beside a document', [FRONT, 'some text']],
		['none', undefined],
	])(
		'data is %s: the error has the answer, and without Simplify it comes through',
		async (_, data) => {
			const answer = succeeded(data);
			const requests = answerWith(() => answer);
			const { error } = await run({ resource: 'card', ...VERIFY });
			expect(textOf(error)).toBe(
				`a.png: The response from Computer Vision Vietnam has an unknown structure. Turn off Simplify to see it. The response begins with ${JSON.stringify(answer).slice(0, 200)}`,
			);
			expect(error).toHaveProperty('errorResponse', JSON.parse(JSON.stringify(answer)));
			expect(requests).toHaveLength(1);
			const { outputs } = await run({ resource: 'card', ...VERIFY, simplify: false });
			expect(jsonOf(outputs[0])).toEqual([JSON.parse(JSON.stringify(answer))]);
		},
	);
});

test('an answer without a document tells what else it says', async () => {
	answerWith(() => ({ ...succeeded([]), Exception: 'Timeout of a worker' }));
	const { error } = await run({ resource: 'card', ...VERIFY });
	expect(textOf(error)).toMatch(/shows no document/);
	expect(error!.description).toMatch(/Exception.*Timeout of a worker/);
});

test.each([
	['an object', FRONT],
	['a list', [BACK, FRONT]],
	['an empty string', ''],
])('without Simplify the answer stays as it came: %s', async (_, data) => {
	const extra = { ...succeeded(data), time: 1.5, nested: { a: [null] } };
	answerWith(() => extra);
	const { outputs } = await run({ resource: 'card', ...TWO_SIDES, simplify: false });
	expect(jsonOf(outputs[0])).toEqual([extra]);
});

describe('the aligned image', () => {
	const lines = (file: Buffer) => file.toString('base64').replace(/.{20}/g, '$&\n');
	const withImage = (side: typeof FRONT | typeof BACK, file: Buffer) => ({
		...side,
		info: { ...side.info, image: lines(file) },
	});
	const APART = { ...TWO_SIDES, combineSides: false };
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
		const [{ json, binary }] = await documents(
			{ ...VERIFY, options: { ...options, allFields: true } },
			succeeded(DATA[1]),
		);
		expect(binary).toMatchObject({ image: png('image') });
		expect(json).toEqual(FRONT_ROW);
	});

	test('of combined sides are the files front and back', async () => {
		const [{ binary }] = await documents({ ...TWO_SIDES, options }, succeeded(DATA));
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
		const [{ binary }] = await documents({ ...VERIFY, options }, succeeded(side));
		expect(binary).toMatchObject({ image: png('image') });
	});

	test('that is empty, or no text, is no file', async () => {
		const none = { ...FRONT, info: { ...FRONT.info, image: null } };
		const [{ binary }] = await documents({ ...VERIFY, options }, succeeded(none));
		expect(binary).toBeUndefined();
	});
});

describe('fifty items in one run, answered out of order', () => {
	/** Every third has its front twice, every fifth nothing; the others have their sides back first. */
	const data = (item: number) => {
		const read = (name: string) => side(`card_${name}`, { id: String(item) });
		if (item % 5 === 4) return '';
		return [read(item % 3 === 2 ? 'front' : 'back'), read('front')];
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
					...TWO_SIDES,
					combineSides,
					frontImageUrl: '=https://example.com/front-{{ $json.item }}.png',
					backImageUrl: '=https://example.com/back-{{ $json.item }}.png',
				},
				{ items, settings: { onError: 'continueRegularOutput' } },
			);
			const expected = items.flatMap(({ json: { item } }): Array<[number, string?]> => {
				if (item % 5 === 4) return [[item, undefined]];
				const row: [number, string] = [item, String(item)];
				return combineSides ? [row] : [row, row];
			});
			expect(
				outputs[0].map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, json.id]),
			).toEqual(expected);
		},
	);
});

describe('the schema files describe the items', () => {
	const CAR_FRONT = side('vehicle_registration_front', { name: 'MẪU' }, {});
	const CAR_BACK = side('vehicle_registration_back', { color: 'Đỏ' }, {});

	test.each<[string, unknown[]]>([
		['card/extract', [[side('chip_id_card_front', { id: '1' }, {})]]],
		['card/verify', [FRONT, { ...FRONT, ...PHOTOCOPY, invalidCode: 'E1' }]],
		['card/verifyTwoSides', [[BACK, FRONT], [BACK], [{ ...FRONT, ...PHOTOCOPY }, BACK]]],
		['vehicleRegistration/extract', [CAR_FRONT, CAR_BACK]],
		['vehicleRegistration/extractTwoSides', [[CAR_BACK, CAR_FRONT], [CAR_BACK]]],
	])('%s', async (file, answers) => {
		const [resource, operation] = file.split('/');
		// Those that identify the document are in source.test.ts.
		const source = operation.endsWith('TwoSides')
			? ['front_fileName', 'back_fileName', 'front_url', 'back_url']
			: ['fileName', 'url'];
		const columns = new Set(source);
		for (const data of answers) {
			const items = await documents({ resource, operation }, succeeded(data));
			expectSchema(`ComputerVisionVietnam/${file}`, items);
			for (const name of Object.keys(items[0].json)) columns.add(name);
		}
		const path = join('nodes', 'ComputerVisionVietnam', '__schema__', 'v1.0.0', `${file}.json`);
		const { properties } = JSON.parse(readFileSync(path, 'utf8'));
		expect(Object.keys(properties).sort()).toEqual([...columns].sort());
	});
});

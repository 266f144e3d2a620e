import type { IDataObject } from 'n8n-workflow';

import {
	BACK,
	FRONT,
	PHOTOCOPY,
	REGISTRATION,
	rows,
	side,
	TWO_SIDES,
	VALID,
	VERIFY,
} from './sides';

/** The one row of both sides. */
async function row(data: unknown, parameters: IDataObject = {}) {
	const found = await rows({ ...TWO_SIDES, ...parameters }, data);
	expect(found).toHaveLength(1);
	return found[0];
}

const IS_VALID = { valid: true, invalidCode: 0, invalidMessage: null };

describe('valid', () => {
	test.each([
		['front first', [FRONT, BACK]],
		['back first', [BACK, FRONT]],
		[
			'a kind that is not documented',
			[side('chip_id_card_2024_front'), side('chip_id_card_2024_back')],
		],
		['9 digits', [side('9_id_card_front'), side('9_id_card_back')]],
		['12 digits', [side('12_id_card_back'), side('12_id_card_front')]],
		['military', [side('military_id_card_front'), side('military_id_card_back')]],
		['officer', [side('officer_id_card_front'), side('officer_id_card_back')]],
	])('two valid sides of one kind are: %s', async (_, data) => {
		expect(await row(data)).toMatchObject({
			...IS_VALID,
			type: expect.stringMatching(/_front$/),
			back_type: expect.stringMatching(/_back$/),
			front_valid: true,
			front_invalidCode: 0,
			front_invalidMessage: null,
			back_valid: true,
			back_invalidCode: 0,
			back_invalidMessage: null,
			warnings: null,
		});
	});

	const photocopied = (one: typeof FRONT | typeof BACK) => ({ ...one, ...PHOTOCOPY });
	const unchecked = ({ type, info }: typeof FRONT | typeof BACK) => ({ type, info });

	test.each<[string, unknown[], IDataObject]>([
		[
			'a photocopied back',
			[FRONT, photocopied(BACK)],
			{
				invalidCode: 2,
				invalidMessage: `Back: ${PHOTOCOPY.invalidMessage}`,
				front_valid: true,
				back_valid: false,
				back_invalidCode: 2,
				back_invalidMessage: PHOTOCOPY.invalidMessage,
			},
		],
		[
			'a photocopied front',
			[BACK, photocopied(FRONT)],
			{
				invalidCode: 2,
				invalidMessage: `Front: ${PHOTOCOPY.invalidMessage}`,
				front_valid: false,
				back_valid: true,
			},
		],
		[
			'both with warnings',
			[
				{ ...FRONT, valid: 'False', invalidCode: '1', invalidMessage: 'A screen' },
				photocopied(BACK),
			],
			{
				invalidCode: 1,
				invalidMessage: `Front: A screen. Back: ${PHOTOCOPY.invalidMessage}`,
				front_invalidCode: 1,
				back_invalidCode: 2,
			},
		],
		[
			'a code that is a text',
			[FRONT, { ...BACK, valid: 'False', invalidCode: 'E12', invalidMessage: '' }],
			{ invalidCode: 'E12', invalidMessage: 'Back: not valid', back_invalidCode: 'E12' },
		],
		[
			'a warning beside the word "True"',
			[FRONT, { ...BACK, ...PHOTOCOPY, valid: 'True' }],
			{
				invalidCode: 2,
				invalidMessage: `Back: ${PHOTOCOPY.invalidMessage}`,
				back_valid: false,
				back_invalidCode: 2,
			},
		],
		[
			'a front that was not checked',
			[unchecked(FRONT), BACK],
			{
				invalidCode: null,
				invalidMessage: 'Front: not checked',
				front_valid: null,
				front_invalidCode: null,
				front_invalidMessage: null,
				back_valid: true,
			},
		],
		[
			'a back that was not checked',
			[FRONT, unchecked(BACK)],
			{ invalidCode: null, invalidMessage: 'Back: not checked', back_valid: null },
		],
		[
			'a verdict that is none',
			[FRONT, { ...BACK, valid: 'maybe' }],
			{ invalidCode: null, invalidMessage: 'Back: not checked', back_valid: null },
		],
		[
			'the front alone',
			[FRONT],
			{
				invalidCode: null,
				invalidMessage: 'No back was read',
				type: FRONT.type,
				back_type: null,
				front_valid: true,
				back_valid: null,
				back_invalidCode: null,
				back_invalidMessage: null,
			},
		],
		[
			'the back alone',
			[BACK],
			{
				invalidCode: null,
				invalidMessage: 'No front was read',
				type: null,
				back_type: BACK.type,
				front_valid: null,
				back_valid: true,
				id: null,
				issue_date: '02/02/2022',
				dob: null,
				back_dob: '900101',
			},
		],
		[
			'the front twice: the second counts as no back',
			[FRONT, { ...FRONT, info: { id: '000000000002', id_confidence: 0.7 } }],
			{
				invalidCode: null,
				invalidMessage: 'No back was read. An extra front was read (chip_id_card_front)',
				front_valid: true,
				back_type: null,
				back_valid: null,
				id: '000000000001',
				confidence: 0.91,
				extra_type: FRONT.type,
				extra_valid: true,
				extra_invalidCode: 0,
				extra_id: '000000000002',
				extra_confidence: 0.7,
			},
		],
		[
			'three sides',
			[FRONT, BACK, { ...BACK, info: { issue_date: '03/03/2023' } }],
			{
				invalidMessage: 'An extra back was read (chip_id_card_back)',
				issue_date: '02/02/2022',
				extra_issue_date: '03/03/2023',
			},
		],
		[
			'four sides',
			[FRONT, FRONT, BACK, side('passport', { id: 'X1' })],
			{
				invalidMessage:
					'An extra front was read (chip_id_card_front). An extra side was read (passport)',
				extra_id: '000000000001',
				extra2_id: 'X1',
			},
		],
		[
			'a 9-digit front and a chip back',
			[side('9_id_card_front', { id: '1' }), BACK],
			{
				invalidMessage:
					'The sides belong to two kinds of documents: 9_id_card_front and chip_id_card_back',
				id: '1',
				document_number: null,
				person_number: '000000000001',
				back_dob: '900101',
			},
		],
		[
			'a military front and an officer back',
			[side('military_id_card_front', { id: '1' }), side('officer_id_card_back', { dob: '2' })],
			{
				invalidMessage:
					'The sides belong to two kinds of documents: military_id_card_front and officer_id_card_back',
				id: '1',
				back_dob: '2',
			},
		],
		[
			'an old front and a new back',
			[FRONT, side('chip_id_card_2024_back', { address: 'x' })],
			{ invalidMessage: expect.stringMatching(/two kinds/), address: null, back_address: 'x' },
		],
		[
			'two driving licenses, whose type does not say the side',
			[side('driving_license', { id: '1' }), side('driving_license', { class: 'B2' })],
			{
				invalidMessage: 'The type driving_license does not tell front from back',
				id: '1',
				class: null,
				back_class: 'B2',
			},
		],
		[
			'one passport',
			[side('passport', { id: 'X1' })],
			{
				invalidMessage: 'No back was read. The type passport does not tell front from back',
				id: 'X1',
			},
		],
		[
			'a passport beside a front',
			[side('passport', { id: 'X1' }), FRONT],
			{
				type: FRONT.type,
				back_type: 'passport',
				invalidMessage: expect.stringMatching(/two kinds .*passport does not tell/),
				back_id: 'X1',
			},
		],
		[
			'sides without types',
			[side(null, { id: '1' }), side(null, { id: '2' })],
			{ type: null, back_type: null, id: '1', back_id: '2' },
		],
		[
			'a missing back and a photocopied front',
			[photocopied(FRONT)],
			{
				invalidCode: 2,
				invalidMessage: `No back was read. Front: ${PHOTOCOPY.invalidMessage}`,
			},
		],
	])('is false for %s', async (_, data, expected) => {
		const found = await row(data);
		expect(found).toMatchObject(expected);
		expect(found.valid).toBe(false);
		expect(found.invalidCode).not.toBe(0);
	});

	test('is never lost: a side is not made valid by what the answer says elsewhere', async () => {
		const [{ valid }] = await rows(TWO_SIDES, {
			type: [FRONT.type, BACK.type],
			info: [FRONT.info, BACK.info],
			valid: ['True'],
		});
		expect(valid).toBe(false);
	});
});

describe('fields', () => {
	test('of both sides are <field> and back_<field>, also where they agree', async () => {
		const data = [
			side('chip_id_card_front', { dob: '01/01/1990', gender: 'Nam' }),
			side('chip_id_card_back', { dob: '01/01/1990', gender: '' }),
		];
		expect(await row(data)).toMatchObject({
			dob: '01/01/1990',
			back_dob: '01/01/1990',
			gender: 'Nam',
			back_gender: '',
		});
	});

	test('keep their own confidences and boxes', async () => {
		const data = [
			side('x_back', { dob: 'b', dob_confidence: 0.2, dob_box: [5, 6, 7, 8], seal: 's' }),
			side('x_front', { dob: 'f' }),
		];
		const options = { fieldConfidences: true, fieldBoxes: true };
		const found = await row(data, { options });
		expect(found).toMatchObject({
			dob: 'f',
			back_dob: 'b',
			back_dob_confidence: 0.2,
			back_dob_left: 5,
			seal: 's',
			confidence: 0.2,
		});
		expect(found).not.toHaveProperty('dob_confidence');
	});
});

describe('a contradiction between the sides is a warning', () => {
	const pair = (front: IDataObject, back: IDataObject) => [
		side('chip_id_card_front', front),
		side('chip_id_card_back', back),
	];
	const surname = (sur_name: unknown, given_name: unknown) =>
		({ sur_name, given_name }) as IDataObject;

	test.each<[string, IDataObject, IDataObject, string]>([
		[
			'the number',
			{ id: '000000000001' },
			{ person_number: '000000000002' },
			"The front's id differs from the back's person_number",
		],
		[
			'the name',
			{ name: 'NGUYỄN VĂN MẪU' },
			surname('TRAN', 'THI THU'),
			"The front's name differs from the back's sur_name + given_name",
		],
		[
			'the day of birth',
			{ dob: '01/02/1990' },
			{ dob: '900102' },
			"The front's dob differs from the back's dob",
		],
		[
			'two of them',
			{ id: '1', dob: '01/01/1990' },
			{ person_number: '2', dob: '1991-01-01' },
			"The front's id differs from the back's person_number. The front's dob differs from the back's dob",
		],
	])('%s; valid stays the verdict on the pictures', async (_, front, back, warnings) => {
		expect(await row(pair(front, back))).toMatchObject({ warnings, valid: true });
	});

	test.each<[string, IDataObject, IDataObject]>([
		['spaces and dots in a number', { id: '000 000.000 001' }, { person_number: '000000000001' }],
		['a number that is a number', { id: 12 }, { person_number: '000000000012' }],
		['a number that is masked', { id: '000000000001' }, { person_number: '00000000****' }],
		['a number that is missing', { id: '000000000001' }, { person_number: '' }],
		['diacritics and đ', { name: 'Đặng Thị Ước' }, surname('DANG', 'THI UOC')],
		['another order of the names', { name: 'VĂN MẪU NGUYỄN' }, surname('NGUYEN', 'VAN MAU')],
		['other spaces', { name: 'NGUYỄN VĂNMẪU' }, surname('NGUYEN', 'VAN  MAU')],
		['letters made of two characters', { name: 'Nguyễn'.normalize('NFD') }, surname('NGU', 'YEN')],
		['fillers', { name: 'NGUYỄN VĂN MẪU' }, surname('NGUYEN<<', 'VAN<MAU<<<')],
		['a name without its other half', { name: 'NGUYỄN VĂN MẪU' }, surname('TRAN', null)],
		[
			'a name that is cut off at the end of its line',
			{ name: 'CÔNG TẰNG TÔN NỮ HOÀNG THỊ PHƯƠNG MAI' },
			surname('CONG TANG', 'TON NU HOANG THI PHU'),
		],
		['a day of birth in yymmdd', { dob: '01/02/1990' }, { dob: '900201' }],
		['a day of birth in the other order', { dob: '1/2/1990' }, { dob: '1990-02-01' }],
		['a day of birth with dots', { dob: '01/02/1990' }, { dob: '01.02.1990' }],
		['a year alone', { dob: '1990' }, { dob: '910101' }],
		['six digits that are no date', { dob: '01/01/1990' }, { dob: '901301' }],
		['a year of two digits, which may be a day', { dob: '01/02/2003' }, { dob: '03-02-02' }],
		['words', { dob: '01/01/1990' }, { dob: 'unknown' }],
		['lists', { id: ['1'] }, { person_number: '2' }],
	])('%s are none', async (_, front, back) => {
		expect((await row(pair(front, back))).warnings).toBeNull();
	});

	test('with sides that are not of one document, too', async () => {
		const data = [side('9_id_card_front', { id: '000000009' }), BACK];
		expect(await row(data)).toMatchObject({
			valid: false,
			warnings: "The front's id differs from the back's person_number",
		});
	});
});

describe('both sides of a vehicle registration, which have no verdict', () => {
	const car = (name: string, info: IDataObject) => side(`vehicle_registration_${name}`, info, {});
	const CAR_FRONT = car('front', { name: 'MẪU', plate: '00A-000.03', id: '000003' });
	const CAR_BACK = car('back', { name: 'Mẫu', plate: '00A 000 03', color: 'Xanh' });

	test.each<[string, unknown[], IDataObject]>([
		[
			'of one vehicle',
			[CAR_BACK, CAR_FRONT],
			{
				warnings: null,
				id: '000003',
				plate: '00A-000.03',
				back_plate: '00A 000 03',
				color: 'Xanh',
			},
		],
		[
			'of two vehicles',
			[CAR_FRONT, car('back', { name: 'THỬ', plate: '00A-000.04' })],
			{
				warnings:
					"The front's name differs from the back's name. The front's plate differs from the back's plate",
			},
		],
		['without a back', [CAR_FRONT], { warnings: 'No back was read', back_type: null, color: null }],
		['without a front', [CAR_BACK], { warnings: 'No front was read', type: null, color: 'Xanh' }],
		[
			'the back twice',
			[CAR_BACK, CAR_BACK],
			{
				warnings: 'No front was read. An extra back was read (vehicle_registration_back)',
				extra_color: 'Xanh',
			},
		],
		[
			"of the documentation's own type: in the order that was sent",
			['E1', 'E2'].map((engine) => side('vehicle_registrations', { engine }, {})),
			{
				warnings: 'The type vehicle_registrations does not tell front from back',
				engine: 'E1',
				back_engine: 'E2',
			},
		],
	])('%s', async (_, data, expected) => {
		const found = await row(data, REGISTRATION);
		expect(found).toMatchObject(expected);
		expect(found).not.toHaveProperty('valid');
	});

	test('a verdict that the provider gives all the same is judged like that of a card', async () => {
		const data = [{ ...CAR_FRONT, ...VALID }, CAR_BACK];
		expect(await row(data, REGISTRATION)).toMatchObject({
			valid: false,
			invalidMessage: 'Back: not checked',
			front_valid: true,
		});
	});
});

test('without Combine Sides: an item a side, each with its own verdict', async () => {
	const apart = { ...TWO_SIDES, combineSides: false };
	const [back, front, ...more] = await rows(apart, [{ ...BACK, ...PHOTOCOPY }, FRONT]);
	expect(more).toEqual([]);
	expect(back).toEqual((await rows(VERIFY, { ...BACK, ...PHOTOCOPY }))[0]);
	expect(front).toEqual((await rows(VERIFY, FRONT))[0]);
});

import type { IDataObject } from 'n8n-workflow';

import type { PlacedSides } from './placeSides';

/** Values that both sides carry: the front's field, the back's fields, and whether they differ. */
const CARRIED_TWICE: Array<{
	front: string;
	back: string[];
	differ: (front: string, back: string[]) => boolean;
}> = [
	{ front: 'id', back: ['person_number'], differ: codesDiffer },
	{ front: 'name', back: ['sur_name', 'given_name'], differ: machineReadableNamesDiffer },
	{ front: 'name', back: ['name'], differ: namesDiffer },
	{ front: 'dob', back: ['dob'], differ: datesDiffer },
	{ front: 'plate', back: ['plate'], differ: codesDiffer },
];

/**
 * Sentences about values that show two different persons or vehicles. A value that is missing, or
 * cannot be compared reliably, is no contradiction.
 */
export function contradictionsOf({ front, back }: PlacedSides): string[] {
	if (!front || !back) return [];
	return CARRIED_TWICE.filter((carried) => {
		const one = textOf(front.info, carried.front);
		const others = carried.back.map((name) => textOf(back.info, name));
		return one !== '' && !others.includes('') && carried.differ(one, others);
	}).map(
		(carried) => `The front's ${carried.front} differs from the back's ${carried.back.join(' + ')}`,
	);
}

function textOf(info: IDataObject, name: string): string {
	const value = info[name];
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The machine-readable zone has neither diacritics nor đ. */
const plain = (text: string) =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

function codesDiffer(front: string, [back]: string[]): boolean {
	// A code that was sent as a number has lost its leading zeros.
	const [one, other] = [front, back].map((text) =>
		plain(text)
			.replace(/[\s.<-]/g, '')
			.replace(/^0+/, ''),
	);
	const isCode = /^[a-z0-9]+$/;
	return isCode.test(one) && isCode.test(other) && one !== other;
}

function namesDiffer(front: string, [back]: string[]): boolean {
	const [one, other] = [front, back].map((name) => plain(name).match(/[a-z]+/g) ?? []);
	if (one.length === 0 || other.length === 0) return false;
	return one.join('') !== other.join('') && [...one].sort().join('') !== [...other].sort().join('');
}

/** The line of a card for `SURNAME<<GIVEN<NAMES`: a name that fills it may have been cut off. */
const NAME_LINE = 30;

function machineReadableNamesDiffer(front: string, [surname, givenName]: string[]): boolean {
	const isWhole = surname.length + '<<'.length + givenName.length < NAME_LINE;
	return isWhole && namesDiffer(front, [`${surname} ${givenName}`]);
}

function datesDiffer(front: string, [back]: string[]): boolean {
	const [one, other] = [front, back].map(readDate);
	if (!one || !other) return false;
	const isShort = one.year.length === 2 || other.year.length === 2;
	const yearOf = ({ year }: ReadDate) => (isShort ? year.slice(-2) : year);
	return one.day !== other.day || one.month !== other.month || yearOf(one) !== yearOf(other);
}

interface ReadDate {
	/** Four digits, or the last two of a machine-readable zone. */
	year: string;
	month: number;
	day: number;
}

/** Day, month and year; the other way round; and the yymmdd of a machine-readable zone. */
const DATE_FORMS = [
	/^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/,
	/^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})$/,
	/^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
];

function readDate(text: string): ReadDate | undefined {
	for (const form of DATE_FORMS) {
		const { year, month, day } = form.exec(text)?.groups ?? {};
		const isDate =
			Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
		if (isDate) return { year, month: Number(month), day: Number(day) };
	}
	return undefined;
}

import type { IDataObject } from 'n8n-workflow';

import { lowest } from './sideItem';
import type { Side } from './sides';

/**
 * The front and the back among the sides of one document, by their types, whatever their order; by
 * their order when neither type says it.
 *
 * @returns undefined unless there are two sides that can be one document
 */
export function frontAndBack(sides: Side[]): { front: Side; back: Side } | undefined {
	if (sides.length !== 2) return undefined;
	const [first, second] = sides;
	const isOneOf = (type: string) => sides.some((side) => side.type === type);
	if (isOneOf('passport')) return undefined;
	if (isOneOf('driving_license') && first.type !== second.type) return undefined;
	const [one, other] = sides.map(({ type }) => /front|back/i.exec(type ?? '')?.[0].toLowerCase());
	if (one !== undefined && one === other) return undefined;
	return one === 'back' || other === 'front'
		? { front: second, back: first }
		: { front: first, back: second };
}

/** Columns that speak of a side, which never stand for the other one. */
const ABOUT_A_SIDE = ['type', 'valid', 'invalidCode', 'invalidMessage'];
const ABOUT_A_FIELD = /_(confidence|left|top|right|bottom)$/i;

/** The rows of two sides as one; what the back says otherwise than the front is `back_<field>`. */
export function combineSides(front: IDataObject, back: IDataObject): IDataObject {
	const { confidence: frontConfidence, ...document } = front;
	const { confidence: backConfidence, ...others } = back;
	/** Whether a column such as `id_box` speaks of a value that the back alone has. */
	const isOfBack = (name: string) => {
		const field = name.replace(ABOUT_A_FIELD, '');
		return field !== name && isEmpty(front[field]) && !isEmpty(back[field]);
	};
	for (const [name, value] of Object.entries(others)) {
		if (ABOUT_A_SIDE.includes(name)) {
			if (value !== document[name]) document[`back_${name}`] = value;
		} else if (isEmpty(document[name]) || isOfBack(name)) document[name] = value;
		else if (!isEmpty(value) && value !== document[name]) document[`back_${name}`] = value;
	}
	return {
		...document,
		confidence: lowest([frontConfidence, backConfidence] as Array<number | null>),
	};
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

import { Failure } from '../engine/errors/failure';

/**
 * The number of a field; undefined where it is empty. An expression may give text, and a number
 * that the editor would not have let pass.
 *
 * @param label the field's name, as the user sees it
 * @throws Failure when it is no number, or not from `min` to `max`
 */
export function boundedNumber(
	value: unknown,
	label: string,
	min: number,
	max: number,
): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number === 'number' && number >= min && number <= max) return number;
	const given = typeof value === 'number' ? value : JSON.stringify(value).slice(0, 50);
	throw new Failure(
		'fatal',
		`${label} is ${given}, but must be a number from ${min} to ${max}. Correct its expression.`,
	);
}

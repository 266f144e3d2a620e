import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { quoted } from './quoted';

/**
 * The number of a field; undefined if it is empty. An expression may return text, or a number that
 * the editor would not have accepted.
 *
 * @param label the field's label in the editor
 * @throws Failure when it is not a number, or not between `min` and `max`
 */
export function readNumber(
	context: IExecuteSingleFunctions,
	path: string,
	label: string,
	{ min, max }: { min: number; max: number },
): number | undefined {
	const value: unknown = context.getNodeParameter(path, '');
	if (value === undefined || value === null || value === '') return undefined;
	// A blank would be read as 0.
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && number >= min && number <= max) return number;
	const given = typeof value === 'number' ? value : quoted(value);
	throw new Failure(
		'rejected',
		`${label} is ${given}, but must be a number from ${min} to ${max}. Correct its expression.`,
	);
}

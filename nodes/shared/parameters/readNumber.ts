import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { quoted } from './quoted';

/**
 * The number of a field; undefined where it is empty. An expression may give text, and a number that
 * the editor would not have accepted.
 *
 * @param label the field's name, as the user sees it
 * @throws Failure when it is no number, or not from `min` to `max`
 */
export function readNumber(
	context: IExecuteSingleFunctions,
	path: string,
	label: string,
	{ min, max }: { min: number; max: number },
): number | undefined {
	const value: unknown = context.getNodeParameter(path, '');
	if (value === undefined || value === null || value === '') return undefined;
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number === 'number' && number >= min && number <= max) return number;
	const given = typeof value === 'number' ? value : quoted(value);
	throw new Failure(
		'fatal',
		`${label} is ${given}, but must be a number from ${min} to ${max}. Correct its expression.`,
	);
}

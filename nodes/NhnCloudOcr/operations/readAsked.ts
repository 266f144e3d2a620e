import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../shared/engine/errors/failure';

/**
 * The text of a field that must not be empty. It is not quoted in messages: it may be personal.
 *
 * @throws Failure when it is empty, or neither a text nor a number
 */
export function readRequired(
	context: IExecuteSingleFunctions,
	{ name, displayName }: INodeProperties,
): string {
	const value: unknown = context.getNodeParameter(name, '');
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw new Failure('rejected', `${displayName} is not a text. Correct its expression.`);
	}
	const text = String(value).trim();
	if (text !== '') return text;
	throw new Failure('rejected', `${displayName} is empty. Map a value to the field.`);
}

/**
 * The digits of a number that may be printed with dashes, points and blanks.
 *
 * @param count how many digits it has
 * @throws Failure when it has others, or anything else
 */
export function readDigits(
	context: IExecuteSingleFunctions,
	field: INodeProperties,
	count: number,
): string {
	const digits = readRequired(context, field).replace(/[\s.-]/g, '');
	if (/^\d+$/.test(digits) && digits.length === count) return digits;
	throw notDigits(field, digits, count);
}

/** The failure of a number that has not as many digits as it must have. */
export function notDigits(
	{ displayName }: INodeProperties,
	digits: string,
	count: number,
): Failure {
	const has = /^\d*$/.test(digits) ? `has ${digits.length} digits` : 'has other characters';
	return new Failure(
		'rejected',
		`${displayName} ${has}, but must have ${count} digits. Correct its value.`,
	);
}

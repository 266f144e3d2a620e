import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { quoted } from './quoted';

/**
 * Whether a field is on. An expression may return any value, such as the text "false", which would
 * count as on.
 *
 * @param label the field's label in the editor
 * @throws Failure when it is neither true nor false
 */
export function readSwitch(
	context: IExecuteSingleFunctions,
	path: string,
	label: string,
	fallback = false,
): boolean {
	const value = context.getNodeParameter(path, fallback);
	if (typeof value === 'boolean') return value;
	throw new Failure(
		'rejected',
		`${label} is ${quoted(value)}, but must be true or false. Correct its expression.`,
	);
}

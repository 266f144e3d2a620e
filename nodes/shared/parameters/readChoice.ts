import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { joinWithOr } from './joinWithOr';
import { quoted } from './quoted';

/**
 * The value of a field with choices, or the first choice if the field is not set. An expression may
 * return any value, and an invalid one must not cost a request.
 *
 * @param label the field's label in the editor
 * @throws Failure that lists the choices
 */
export function readChoice<Choice extends string>(
	context: IExecuteSingleFunctions,
	path: string,
	label: string,
	choices: readonly Choice[],
): Choice {
	const value = context.getNodeParameter(path, choices[0]);
	const choice = choices.find((known) => known === value);
	if (choice !== undefined) return choice;
	throw new Failure(
		'rejected',
		`${label} is ${quoted(value)}, but must be ${joinWithOr(choices)}. Correct its expression.`,
	);
}

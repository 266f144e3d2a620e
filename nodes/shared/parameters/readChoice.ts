import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { quoted } from './quoted';

/**
 * The value of a field with choices. An expression may give any, and what is not one of them must
 * not cost a request. The first choice is taken where the field is not there, as an option is.
 *
 * @param label the field's name, as the user sees it
 * @throws Failure with the choices
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
	const known = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
	throw new Failure(
		'rejected',
		`${label} is ${quoted(value)}, but must be ${known}. Correct its expression.`,
	);
}

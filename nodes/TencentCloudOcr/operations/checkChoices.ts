import type { IExecuteSingleFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { Failure } from '../../shared/engine/errors/failure';
import { quoted } from '../../shared/parameters/quoted';
import { readChoice } from '../../shared/parameters/readChoice';
import { readSwitch } from '../../shared/parameters/readSwitch';

/**
 * Checks the switches and the choices among the fields of an operation, before anything is sent: an
 * expression may return any value.
 *
 * @param operation whose options count, where operations share a list of options
 * @throws Failure for a value that the editor would not have accepted
 */
export function checkChoices(
	context: IExecuteSingleFunctions,
	fields: INodeProperties[],
	operation: string,
	path = '',
): void {
	for (const { name, displayName, type, options = [], displayOptions } of fields) {
		const operations = displayOptions?.show?.['/operation'];
		if (operations && !operations.includes(operation)) continue;
		const own = path + name;
		if (type === 'collection') {
			checkChoices(context, options as INodeProperties[], operation, `${own}.`);
		} else if (context.getNodeParameter(own, null) === null) {
			continue;
		} else if (type === 'boolean') {
			readSwitch(context, own, displayName);
		} else if (type === 'options') {
			const values = (options as INodePropertyOptions[]).map(({ value }) => value as string);
			readChoice(context, own, displayName, values);
		} else if (type === 'multiOptions') {
			checkList(context.getNodeParameter(own), displayName, options as INodePropertyOptions[]);
		}
	}
}

function checkList(value: unknown, label: string, options: INodePropertyOptions[]): void {
	const choices: unknown[] = options.map((option) => option.value);
	if (Array.isArray(value) && value.every((choice) => choices.includes(choice))) return;
	throw new Failure(
		'rejected',
		`${label} is ${quoted(value)}, but must be a list of ${choices.join(', ')}. Correct its expression.`,
	);
}

import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../../../shared/engine/errors/failure';
import { quoted } from '../../../shared/parameters/quoted';
import { plainText } from '../../../shared/output/values';

/**
 * The names of the fields to read, each once. The field has one name a line, or names with commas
 * between them; an expression may also return a list, whose names may contain commas.
 *
 * @throws Failure when an expression returns something else
 */
export function askedNames(context: IExecuteSingleFunctions): string[] {
	const value: unknown = context.getNodeParameter('fieldNames', '');
	const isList = Array.isArray(value) && value.every((name) => typeof name !== 'object');
	if (!isList && typeof value !== 'string' && value !== null) {
		throw new Failure(
			'rejected',
			`Fields is ${quoted(value)}, but must be text with names, or a list of names. Correct its expression.`,
		);
	}
	const names: unknown[] = isList ? (value as unknown[]) : plainText(value).split(/[\n,，、]/);
	return [...new Set(names.map((name) => plainText(name).trim()))].filter((name) => name !== '');
}

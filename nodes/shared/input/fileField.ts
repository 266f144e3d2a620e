import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { shortened } from '../parameters/shortened';
import type { ImageName } from './parameters';

/** The name of a field that stands for every file of an item. */
export const EVERY_FILE = '*';

/** The names of the fields of the current item that contain a file. */
export const filesOf = (context: IExecuteSingleFunctions): string[] =>
	Object.keys(context.getInputData().binary ?? {});

/**
 * The field that a node reads: the one that is named, or the only one with a file. Forms and emails
 * give their files names of their own.
 *
 * @param field a name; an expression may also return the file itself
 */
export function fileField(context: IExecuteSingleFunctions, field: unknown): unknown {
	if (typeof field !== 'string') return field;
	const files = filesOf(context);
	return files.length === 1 && !files.includes(field) ? files[0] : field;
}

/**
 * What n8n knows of the file in a field of the current item.
 *
 * @param image whose file it is
 * @throws Failure when the field contains none
 */
export function fileIn(
	context: IExecuteSingleFunctions,
	field: unknown,
	image?: ImageName,
): Partial<IBinaryData> {
	try {
		return context.helpers.assertBinaryData(field as string) ?? {};
	} catch {
		throw noFile(context, field, image);
	}
}

/** The failure of a field that contains no file. */
export function noFile(
	context: IExecuteSingleFunctions,
	field: unknown,
	image?: ImageName,
): Failure {
	if (context.getNode().type.endsWith('Tool')) {
		return new Failure(
			'rejected',
			'An AI agent passes no files to its tools. Enter an expression that returns the file itself, or set Input Type to URL.',
		);
	}
	const files = filesOf(context);
	if (field === EVERY_FILE && files.length === 0) {
		return new Failure('rejected', 'The item has no file. Check the node that produces it.');
	}
	const subject =
		typeof field === 'string' ? `Input field "${shortened(field)}"` : 'The input field';
	const names = shortened(files.map((name) => `"${name}"`).join(', '));
	const every = image === 'image' ? `, or ${EVERY_FILE} to read all of them` : '';
	const remedy =
		files.length > 1
			? `The item has files in ${names}. Enter one of these names${every}.`
			: 'Check the node that produces it.';
	return new Failure('rejected', `${subject} contains no file. ${remedy}`);
}

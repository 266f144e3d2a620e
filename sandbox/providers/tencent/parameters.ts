import { TencentError } from './errors';

/** The parameters of an action, and their types. */
export type ParameterTypes = Record<string, keyof typeof checks>;

const checks = {
	string: (value: unknown) => typeof value === 'string',
	boolean: (value: unknown) => typeof value === 'boolean',
	integer: (value: unknown) => Number.isInteger(value),
	'list of string': (value: unknown) =>
		Array.isArray(value) && value.every((each) => typeof each === 'string'),
	'list of integer': (value: unknown) => Array.isArray(value) && value.every(Number.isInteger),
	object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** @throws TencentError UnknownParameter, or InvalidParameter for a value of another type */
export function checkTypes(input: Record<string, unknown>, types: ParameterTypes): void {
	for (const [name, value] of Object.entries(input)) {
		if (!Object.hasOwn(types, name)) {
			throw new TencentError('UnknownParameter', `The parameter \`${name}\` is not recognized.`);
		}
		const type = types[name];
		if (!checks[type](value)) {
			throw new TencentError('InvalidParameter', `The value type of \`${name}\` must be ${type}.`);
		}
	}
}

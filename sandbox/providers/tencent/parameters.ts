import { TencentError } from './errors';

/** The parameters of an action, and their types. */
export type ParameterTypes = Record<string, 'string' | 'boolean' | 'integer'>;

/** @throws TencentError UnknownParameter, or InvalidParameter for a value of another type */
export function checkTypes(input: Record<string, unknown>, types: ParameterTypes): void {
	for (const [name, value] of Object.entries(input)) {
		if (!Object.hasOwn(types, name)) {
			throw new TencentError('UnknownParameter', `The parameter \`${name}\` is not recognized.`);
		}
		const type = types[name];
		if (type === 'integer' ? !Number.isInteger(value) : typeof value !== type) {
			throw new TencentError('InvalidParameter', `The value type of \`${name}\` must be ${type}.`);
		}
	}
}

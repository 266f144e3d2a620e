import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../values';

/** The value at a path of an object, which loses it. The objects within are copied first. */
export function takeOut(object: IDataObject, [name, ...rest]: string[]): unknown {
	const value = object[name];
	if (rest.length === 0) {
		delete object[name];
		return value;
	}
	if (!isObject(value)) return undefined;
	const inner = { ...value };
	object[name] = inner;
	return takeOut(inner, rest);
}

import type { Operation } from '../../../shared/description/operation';
import { askedNames } from '../askedNames';
import { documentOperation } from '../documentOperation';
import { documentCatalogue } from './catalogue';
import { fieldNames, template } from './fields';
import { documentOptions as options } from './options';

/** The names of the fields, as the parameter of an action; none for all fields. */
const itemNames: Parameters<typeof documentOperation>[1]['parameters'] = (context) => {
	const names = askedNames(context);
	return names.length > 0 ? { ItemNames: names } : {};
};

const { extractDocMulti, smartStructural, ...others } = documentCatalogue;

export const operations: Operation[] = [
	documentOperation(extractDocMulti, {
		fields: [fieldNames, template],
		options,
		parameters: itemNames,
	}),
	documentOperation(smartStructural, { fields: [fieldNames], options, parameters: itemNames }),
	...Object.values(others).map((entry) => documentOperation(entry, { options })),
].sort((one, other) => (one.option.name < other.option.name ? -1 : 1));

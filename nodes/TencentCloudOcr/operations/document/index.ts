import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import type { Operation } from '../../../shared/description/operation';
import { askedNames } from '../../output/records/askedNames';
import { documentOperation } from '../documentOperation';
import { documentCatalogue } from './catalogue';
import { fieldNames, template } from './fields';
import { documentOptions as options } from './options';

/** The names of the fields, as the parameter of an action; none for all fields. */
function itemNames(context: IExecuteSingleFunctions): IDataObject {
	const names = askedNames(context);
	return names.length > 0 ? { ItemNames: names } : {};
}

/** SmartStructuralOCRV2 always tells where a field is. */
const namesAndBoxes = (context: IExecuteSingleFunctions): IDataObject => ({
	...itemNames(context),
	...(context.getNodeParameter('options.fieldBoxes', false) === true && { EnableCoord: true }),
});

const { extractDocMulti, smartStructural, ...others } = documentCatalogue;

export const operations: Operation[] = [
	documentOperation(extractDocMulti, {
		fields: [fieldNames, template],
		options,
		parameters: namesAndBoxes,
	}),
	documentOperation(smartStructural, { fields: [fieldNames], options, parameters: itemNames }),
	...Object.values(others).map((entry) => documentOperation(entry, { options })),
].sort((one, other) => (one.option.name < other.option.name ? -1 : 1));

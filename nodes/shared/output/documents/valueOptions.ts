import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readNumber } from '../../parameters/readNumber';
import { readSwitch } from '../../parameters/readSwitch';
import { isObject } from '../values';

/** None of these options changes the provider's own response. */
const displayOptions: INodeProperties['displayOptions'] = { hide: { '/output': ['raw'] } };

/** The option that adds dates and amounts to count with; `withNormalized` says which. */
export const normalizeValues: INodeProperties = {
	displayName: 'Normalize Values',
	name: 'normalizeValues',
	type: 'boolean',
	default: true,
	displayOptions,
	description:
		'Whether to add each date as yyyy-mm-dd (for example dateIso) and each amount as a number (for example total_amountNumber), by the rules of the country. What does not fit them is null. Invoices also get sumsMatch and checks.',
};

/** The option that says which documents a person should look at; `reviewColumns` says when. */
export const reviewBelow: INodeProperties = {
	displayName: 'Review Below',
	name: 'reviewBelow',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: 0.8,
	displayOptions,
	description:
		'Adds needsReview and reviewReason. A document needs a review if a field has a lower confidence (0 to 1), if there is a warning, if its sums are wrong, or if no confidence is known.',
};

/** The option that names the columns of tables; `headerNames` says how. */
export const firstRowIsHeader: INodeProperties = {
	displayName: 'First Row Is Header',
	name: 'firstRowIsHeader',
	type: 'boolean',
	default: true,
	displayOptions,
	description:
		'Whether to name the columns of each table by its first row, which is then no item. Otherwise they are column1, column2 and so on.',
};

/** What these options ask of the items of an operation. */
export interface ValueOptions {
	normalizeValues: boolean;
	/** 0..1; undefined if no row says whether it needs a review. */
	reviewBelow?: number;
	firstRowIsHeader: boolean;
}

/**
 * The options of the current item; those that an operation does not have are off.
 *
 * @throws Failure when one of them has a value that it cannot have
 */
export function readValueOptions(context: IExecuteSingleFunctions): ValueOptions {
	// Most items have none of them, and each parameter costs time.
	const options: unknown = context.getNodeParameter('options', {});
	const added = isObject(options) ? options : {};
	const isOn = ({ name, displayName }: INodeProperties): boolean =>
		name in added && readSwitch(context, `options.${name}`, displayName);
	const { name, displayName } = reviewBelow;
	const limit =
		name in added
			? readNumber(context, `options.${name}`, displayName, { min: 0, max: 1 })
			: undefined;
	return {
		normalizeValues: isOn(normalizeValues),
		reviewBelow: limit,
		firstRowIsHeader: isOn(firstRowIsHeader),
	};
}

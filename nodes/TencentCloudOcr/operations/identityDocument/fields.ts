import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { optionsField, reuseForUrls, shownFor } from '../../../shared/description/options';
import { backImageField } from '../../../shared/input/fields';
import { normalizeValues, reviewBelow } from '../../../shared/output/documents/valueOptions';
import { readChoice } from '../../../shared/parameters/readChoice';
import { readNumber } from '../../../shared/parameters/readNumber';
import { identityCatalogue } from './catalogue';
import type { IdentityEntry } from '../../output/identity/identityEntry';

const APIS = identityCatalogue.map(({ api }) => api);

/** Which document the image shows. It may be an expression, with another value for each item. */
export const documentField: INodeProperties = {
	displayName: 'Document',
	name: 'document',
	type: 'options',
	options: identityCatalogue.map(({ name, api, reads }) => ({
		name,
		value: api,
		description: `${reads} (${api})`,
	})),
	default: 'MLIDPassportOCR',
};

/**
 * The document that is chosen for the current item.
 *
 * @throws Failure when there is no such document
 */
export function entryOf(context: IExecuteSingleFunctions): IdentityEntry {
	const api = readChoice(context, documentField.name, documentField.displayName, APIS);
	return identityCatalogue.find((entry) => entry.api === api)!;
}

const hasBack = ({ files }: IdentityEntry): boolean => files.images?.second !== undefined;

const apisOf = (isOne: (entry: IdentityEntry) => boolean): string[] =>
	identityCatalogue.filter(isOne).map(({ api }) => api);

/** The back, where the chosen document has one. */
export const backImage: INodeProperties = {
	...backImageField,
	displayOptions: { hide: { document: apisOf((entry) => !hasBack(entry)) } },
};

const ofOperations = (...operations: string[]) => ({ '/operation': operations });

export const returnPortrait: INodeProperties = {
	displayName: 'Return Portrait',
	name: 'returnPortrait',
	type: 'boolean',
	default: true,
	displayOptions: { show: ofOperations('extract', 'verify') },
	description:
		"Whether to also return the picture of the person in the item's binary data. In raw data, it is base64 text.",
};

const ofDocuments = (option: NonNullable<IdentityEntry['options']>[number]) => ({
	...ofOperations('extract'),
	'/document': apisOf(({ options = [] }) => options.includes(option)),
});

const cardSide: INodeProperties = {
	displayName: 'Card Side',
	name: 'cardSide',
	type: 'options',
	options: [
		{ name: 'Back', value: 'BACK' },
		{ name: 'Front', value: 'FRONT' },
	],
	default: 'FRONT',
	displayOptions: { show: ofDocuments('CardSide') },
	description:
		'The side that the image shows. If not set, Tencent Cloud finds it out for an identity card, and takes a travel permit for the front.',
};

const cropIdCard: INodeProperties = {
	displayName: 'Crop Card',
	name: 'cropIdCard',
	type: 'boolean',
	default: true,
	displayOptions: { show: ofDocuments('CropIdCard') },
	description:
		"Whether to also return the straightened and cropped card in the item's binary data. In raw data, it is base64 text.",
};

const licenceVersion: INodeProperties = {
	displayName: 'License Version',
	name: 'licenceVersion',
	type: 'options',
	options: [
		{ name: 'New', value: 'NEW' },
		{ name: 'Old', value: 'OLD' },
	],
	default: 'NEW',
	displayOptions: { show: ofDocuments('LicenceVersion') },
	description: "The form of the driver's license. If not set, Tencent Cloud reads the old one.",
};

/** In seconds. */
const STANDARD_WAIT = 60;
const WAIT = { min: 1, max: 3_600 };

const waitUpTo: INodeProperties = {
	displayName: 'Wait Up To',
	name: 'waitUpTo',
	type: 'number',
	typeOptions: { minValue: WAIT.min, maxValue: WAIT.max },
	default: STANDARD_WAIT,
	displayOptions: { show: ofOperations('verify', 'getVerification') },
	description:
		'How many seconds to wait for the result. If it comes later, the error has the token for Get Verification Result.',
};

/** One field for all operations on identity documents, because n8n evaluates each for every item. */
export const identityOptions = optionsField([
	cardSide,
	cropIdCard,
	licenceVersion,
	normalizeValues,
	returnPortrait,
	reviewBelow,
	shownFor(['extract', 'verify'], reuseForUrls),
	waitUpTo,
]);

/**
 * How long to wait for a result, in seconds.
 *
 * @throws Failure when the option is no such number
 */
export const readWaitUpTo = (context: IExecuteSingleFunctions): number =>
	readNumber(context, `options.${waitUpTo.name}`, waitUpTo.displayName, WAIT) ?? STANDARD_WAIT;

/** The options of single documents, by the parameters that they are. */
const OPTIONS: Record<NonNullable<IdentityEntry['options']>[number], INodeProperties> = {
	CardSide: cardSide,
	CropIdCard: cropIdCard,
	LicenceVersion: licenceVersion,
};

/** The value of an option that was checked; null if it is not set. */
export const optionOf = (context: IExecuteSingleFunctions, { name }: INodeProperties) =>
	context.getNodeParameter(`options.${name}`, null) as string | boolean | null;

/**
 * What is sent beside the images of a document: what its action requires, and what the options ask
 * for, which were checked.
 */
export function parametersOf(context: IExecuteSingleFunctions, entry: IdentityEntry): IDataObject {
	const parameters = { ...entry.parameters };
	if (optionOf(context, returnPortrait)) Object.assign(parameters, entry.portrait);
	for (const name of entry.options ?? []) {
		const value = optionOf(context, OPTIONS[name]);
		if (value !== null) parameters[name] = value;
	}
	return parameters;
}

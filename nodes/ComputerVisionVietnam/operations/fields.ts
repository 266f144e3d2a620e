import type { INodeProperties } from 'n8n-workflow';

import * as measured from '../../shared/output/documents/measuredOptions';
import { normalizeValues, reviewBelow } from '../../shared/output/documents/valueOptions';

export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const combineSides: INodeProperties = {
	displayName: 'Combine Sides',
	name: 'combineSides',
	type: 'boolean',
	default: true,
	description:
		"Whether to merge both sides into one item. If both sides have the same field, the back's value gets the prefix back_, for example back_name.",
	displayOptions: { show: { simplify: [true] } },
};

export const alignedImage: INodeProperties = {
	displayName: 'Aligned Image',
	name: 'alignedImage',
	type: 'boolean',
	default: true,
	description:
		"Whether to also return the straightened and cropped image in the item's binary data. In raw data, it is base64 text.",
};

export const allFields: INodeProperties = {
	displayName: 'All Fields',
	name: 'allFields',
	type: 'boolean',
	default: true,
	displayOptions: { show: { '/simplify': [true] } },
	description:
		'Whether to add the parts of addresses and places (town, district, ward) and their codes. Otherwise, only the whole address is returned.',
};

const displayOptions: INodeProperties['displayOptions'] = { show: { '/simplify': [true] } };

export const fieldBoxes: INodeProperties = {
	...measured.fieldBoxes,
	displayOptions,
	description:
		'Whether to add the position of each field in pixels, for example id_left, id_top, id_right and id_bottom',
};

export const fieldConfidences: INodeProperties = {
	...measured.fieldConfidences,
	displayOptions,
	description: 'Whether to add the confidence of each field (0 to 1), for example id_confidence',
};

/** The options on the values of cards and registrations, which have no amounts. */
export const sideValues: INodeProperties[] = [
	{
		...normalizeValues,
		displayOptions,
		description:
			'Whether to add each date as yyyy-mm-dd, for example dobIso. What is no date as the documents of Vietnam print it is null.',
	},
	{ ...reviewBelow, displayOptions },
];

import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** The field that says whether a document becomes a row or stays as the provider answered it. */
export const simplifyField = (show: IDisplayOptions['show']): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	displayOptions: { show },
});

/** The field that says whether the two sides of a document become one row. */
export const combineSidesField = (show: IDisplayOptions['show']): INodeProperties => ({
	displayName: 'Combine Sides',
	name: 'combineSides',
	type: 'boolean',
	default: true,
	description:
		'Whether to merge both sides into one item. If both sides carry a field, the value of the back is stored as back_ and the name of the field.',
	displayOptions: { show: { ...show, simplify: [true] } },
});

export const fieldBoxes: INodeProperties = {
	displayName: 'Field Boxes',
	name: 'fieldBoxes',
	type: 'boolean',
	default: false,
	description:
		'Whether to add where each field stands, in pixels, such as id_left, id_top, id_right and id_bottom',
};

export const fieldConfidences: INodeProperties = {
	displayName: 'Field Confidences',
	name: 'fieldConfidences',
	type: 'boolean',
	default: false,
	description:
		'Whether to add how sure the reading of each field is, from 0 to 1, such as id_confidence',
};

import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

const showFor = (show: IDisplayOptions['show'], inputType: string): IDisplayOptions => ({
	show: { ...show, inputType: [inputType] },
});

/** The fields that say where one image comes from. */
export const imageFields = (show: IDisplayOptions['show']): INodeProperties[] => [
	{
		displayName: 'Input Type',
		name: 'inputType',
		type: 'options',
		options: [
			{
				name: 'File',
				value: 'binary',
				description: 'A file from a previous node',
			},
			{
				name: 'URL',
				value: 'url',
				description: 'An address that the provider downloads the image from',
			},
			{
				name: 'Base64',
				value: 'base64',
				description: 'The bytes of a file as base64 text',
			},
		],
		default: 'binary',
		displayOptions: { show },
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input field containing the file to be read',
		displayOptions: showFor(show, 'binary'),
	},
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/receipt.jpg',
		description: 'The address must be open to the provider, without a login',
		displayOptions: showFor(show, 'url'),
	},
	{
		displayName: 'Image Base64',
		name: 'imageBase64',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. iVBORw0KGgoAAAANSUhEUgAA…',
		description: 'A data URI prefix and line breaks are accepted',
		displayOptions: showFor(show, 'base64'),
	},
];

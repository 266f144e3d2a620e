import type { INodeProperties } from 'n8n-workflow';

import type { ImageName } from './parameters';
import { imageParameters } from './parameters';

/** The images that have a field for each input type. */
type OwnFields = Exclude<ImageName, 'second'>;

const inputType: INodeProperties = {
	displayName: 'Input Type',
	name: 'inputType',
	type: 'options',
	options: [
		{
			name: 'Base64',
			value: 'base64',
			description: 'The bytes of a file as base64 text',
		},
		{
			name: 'File',
			value: 'binary',
			description: 'A file from a previous node',
		},
		{
			name: 'URL',
			value: 'url',
			description: 'A URL to download the image from',
		},
	],
	default: 'binary',
	displayOptions: { hide: { '@tool': [true] } },
};

/** An AI agent gives its tools addresses, but no files. */
const inputTypeOfTool: INodeProperties = {
	...inputType,
	default: 'url',
	displayOptions: { show: { '@tool': [true] } },
};

const fileOfTool: INodeProperties = {
	displayName:
		'An AI agent passes no files to its tools. Enter an expression that returns the file itself, such as {{ $("When chat message received").item.binary.data0 }}.',
	name: 'fileOfTool',
	type: 'notice',
	default: '',
	displayOptions: { show: { '@tool': [true], inputType: ['binary'] } },
};

interface Labels {
	/** Before the label of a field. */
	label: string;
	/** The field's default. */
	file: string;
	/** What the file shows. */
	subject: string;
}

const LABELS: Record<OwnFields, Labels> = {
	image: { label: '', file: 'data', subject: 'the file to be read' },
	front: { label: 'Front ', file: 'front', subject: 'the file of the front' },
	back: { label: 'Back ', file: 'back', subject: 'the file of the back' },
};

function sourceFields(image: OwnFields): INodeProperties[] {
	const { label, file, subject } = LABELS[image];
	const field = (inputType: keyof (typeof imageParameters)['image']) => ({
		name: imageParameters[image][inputType],
		type: 'string' as const,
		required: true,
		displayOptions: { show: { inputType: [inputType] } },
	});
	return [
		{
			...field('binary'),
			displayName: `${label}Input Data Field Name`,
			default: file,
			placeholder: `e.g. ${file}`,
			hint: `The name of the input field containing ${subject}`,
		},
		{
			...field('url'),
			displayName: `${label}Image URL`,
			default: '',
			placeholder: 'e.g. https://example.com/image.jpg',
			description:
				'The URL must open without a login. The provider downloads the image, or n8n does if the provider accepts only files.',
		},
		{
			...field('base64'),
			displayName: `${label}Image Base64`,
			default: '',
			placeholder: 'e.g. iVBORw0KGgoAAAANSUhEUgAA…',
			description: 'A data URI prefix and line breaks are accepted',
		},
	];
}

/** The fields for the source of one image. */
export const imageFields: INodeProperties[] = [
	inputType,
	inputTypeOfTool,
	fileOfTool,
	...sourceFields('image'),
];

/** The fields for the sources of the two sides of a document. */
export const twoSidesFields: INodeProperties[] = [
	inputType,
	inputTypeOfTool,
	fileOfTool,
	...sourceFields('front'),
	...sourceFields('back'),
];

/** The field for the back of a document, beside `imageFields` for its front. */
export const backImageField: INodeProperties = {
	displayName: 'Back Image',
	name: imageParameters.second.binary,
	type: 'string',
	default: '',
	placeholder: 'e.g. back',
	description:
		'The picture of the back, if there is one: the name of its input field, its URL or its base64 text, as Input Type says',
};

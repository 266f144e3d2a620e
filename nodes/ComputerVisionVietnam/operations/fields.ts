import type { INodeProperties } from 'n8n-workflow';

export const alignedImage: INodeProperties = {
	displayName: 'Aligned Image',
	name: 'alignedImage',
	type: 'boolean',
	default: false,
	description:
		"Whether to get the straightened and cropped picture too. It goes into the item's binary data; raw data has it as base64.",
};

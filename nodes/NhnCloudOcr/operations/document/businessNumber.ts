import type { INodeProperties } from 'n8n-workflow';

import type { Asked } from '../../output/documents/asked';
import { readDigits } from '../readAsked';

const businessNumber: INodeProperties = {
	displayName: 'Business Number',
	name: 'businessNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 123-45-67890',
	description: 'The ten digits of a Korean business registration number, with or without dashes',
};

/** The number of a business registration. */
export const businessNumberAsked: Asked = {
	fields: [businessNumber],
	read(context) {
		const values = { businessNumber: readDigits(context, businessNumber, 10) };
		return { values, shown: ['businessNumber'] };
	},
};

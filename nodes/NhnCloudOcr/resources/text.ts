import type { INodeProperties } from 'n8n-workflow';

import { imageFields } from '../../shared/input/fields';
import { engineRouting } from '../../shared/engine/engineRouting';
import {
	failOnNoText,
	maxConcurrent,
	requestsPerSecond,
	retryIfBilled,
} from '../../shared/description/options';
import { outputField } from '../../shared/output/fields';
import { extract } from '../operations/text/extract';
import { checkResponse } from '../response';

const showOnlyForText = { resource: ['text'] };

export const textDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForText },
		options: [
			{
				name: 'Extract',
				value: 'extract',
				action: 'Extract the text of an image',
				description: 'Read Korean and English text',
				routing: {
					request: { method: 'POST', url: '/general' },
					...engineRouting(extract, checkResponse),
				},
			},
			{
				name: 'Extract Segmented',
				value: 'extractSegmented',
				action: 'Extract the text of a long image in segments',
				description:
					'Read Korean and English text of a very long or wide image, such as a screenshot',
				routing: {
					request: { method: 'POST', url: '/general/cropping' },
					...engineRouting(extract, checkResponse),
				},
			},
		],
		default: 'extract',
	},
	...imageFields(showOnlyForText),
	outputField(showOnlyForText),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: showOnlyForText },
		options: [
			failOnNoText,
			maxConcurrent,
			{
				displayName: 'Polygon',
				name: 'polygon',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/output': ['lines', 'words'] } },
				description:
					'Whether to add the four corners of slanted text as x1, y1 to x4, y4, clockwise from the upper left one',
			},
			requestsPerSecond,
			retryIfBilled,
		],
	},
];

import type { INodeProperties } from 'n8n-workflow';

import { engineRouting } from '../../shared/engine/engineRouting';
import {
	failOnNoText,
	maxConcurrent,
	requestsPerSecond,
	retryIfBilled,
} from '../../shared/description/options';
import { outputField } from '../../shared/output/fields';
import { alignedImage } from '../operations/fields';
import { checkText } from '../response';
import { extractText } from '../operations/text/extract';

const showOnlyForText = { resource: ['text'] };
const showOnlyForExtract = { ...showOnlyForText, operation: ['extract'] };

export const textOperations: INodeProperties[] = [
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
				action: 'Extract the text of an image or PDF',
				description: 'Read Vietnamese and English text, with its blocks, lines and words',
				routing: {
					request: { url: '/api/v2/ocr/document/general' },
					...engineRouting(extractText, checkText),
				},
			},
		],
		default: 'extract',
	},
];

export const textFields: INodeProperties[] = [
	outputField(showOnlyForExtract),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: showOnlyForExtract },
		options: [alignedImage, failOnNoText, maxConcurrent, requestsPerSecond, retryIfBilled],
	},
];

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
import { generalAccurate } from '../operations/text/generalAccurate';
import { checkResponse } from '../response';

const showOnlyForText = { resource: ['text'] };
const showOnlyForGeneralAccurate = { ...showOnlyForText, operation: ['generalAccurate'] };

export const textDescription: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForText },
		options: [
			{
				name: 'General Accurate',
				value: 'generalAccurate',
				action: 'Read the text of an image or PDF',
				description: 'Read text of complex layouts with high accuracy (GeneralAccurateOCR)',
				routing: {
					request: {
						method: 'POST',
						url: '/',
						headers: {
							'X-TC-Action': 'GeneralAccurateOCR',
							'X-TC-Language': 'en-US',
							'X-TC-Version': '2018-11-19',
						},
					},
					...engineRouting(generalAccurate, checkResponse),
				},
			},
		],
		default: 'generalAccurate',
	},
	...imageFields(showOnlyForGeneralAccurate),
	outputField(showOnlyForGeneralAccurate),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: showOnlyForGeneralAccurate },
		options: [
			{
				displayName: 'Detect Split',
				name: 'enableDetectSplit',
				type: 'boolean',
				default: false,
				description:
					'Whether to read large images with small text in slices, such as exam papers. Only for the common scenario.',
				routing: { send: { type: 'body', property: 'EnableDetectSplit' } },
			},
			{
				displayName: 'Detect Text',
				name: 'enableDetectText',
				type: 'boolean',
				default: true,
				description:
					'Whether to look for text in the whole image. Switch it off for an image of a single upright line.',
				routing: { send: { type: 'body', property: 'EnableDetectText' } },
			},
			failOnNoText,
			{
				displayName: 'Is PDF',
				name: 'isPdf',
				type: 'boolean',
				default: true,
				displayOptions: { show: { '/inputType': ['url'] } },
				description:
					'Whether the URL is one of a PDF, which n8n then downloads and sends as a file. Without this option, a URL that ends with .pdf is one.',
			},
			maxConcurrent,
			{
				displayName: 'PDF Pages',
				name: 'pdfPages',
				type: 'string',
				default: 'all',
				placeholder: 'e.g. 1-3,5',
				description:
					'The pages of a PDF to read: all, 2, 1-3,5 or 4- (to the end). Each page is a request of its own. A picture is page 1.',
			},
			requestsPerSecond,
			retryIfBilled,
			{
				displayName: 'Scenario',
				name: 'configId',
				type: 'options',
				options: [
					{ name: 'Common', value: 'OCR' },
					{ name: 'Multilingual', value: 'MulOCR' },
				],
				default: 'OCR',
				description: 'What the recognition is tuned for',
				routing: { send: { type: 'body', property: 'ConfigID' } },
			},
		],
	},
];

import type { INodeProperties } from 'n8n-workflow';

import { engineRouting } from '../../shared/engine/engineRouting';
import { maxConcurrent, requestsPerSecond, retryIfBilled } from '../../shared/description/options';
import {
	combineSidesField,
	fieldBoxes,
	fieldConfidences,
	simplifyField,
} from '../operations/documentFields';
import { readDocument } from '../output/documentItems';
import { alignedImage } from '../operations/fields';
import { checkDocument } from '../response';

const showOnlyForCards = { resource: ['card'] };
const showOnlyForTwoSides = { ...showOnlyForCards, operation: ['verifyTwoSides'] };

export const cardOperations: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForCards },
		options: [
			{
				name: 'Extract',
				value: 'extract',
				action: 'Extract the fields of cards in an image or PDF',
				description: 'Read identity cards and passports, one or more sides in a picture',
				routing: {
					request: { url: '/api/v2/ocr/card' },
					...engineRouting(readDocument({ img: 'image' }), checkDocument),
				},
			},
			{
				name: 'Verify',
				value: 'verify',
				action: 'Verify a card',
				description:
					'Read one side of an identity card, passport, driving license, military or officer ID, with warnings such as a photocopy',
				routing: {
					request: { url: '/api/v2/ekyc/card' },
					...engineRouting(readDocument({ img: 'image' }, { verdict: true }), checkDocument),
				},
			},
			{
				name: 'Verify Two Sides',
				value: 'verifyTwoSides',
				action: 'Verify both sides of a card',
				description:
					'Read both sides of an identity card, and check that they belong together and have no warning',
				routing: {
					request: { url: '/api/v2/ekyc/cards' },
					...engineRouting(
						readDocument({ img1: 'front', img2: 'back' }, { verdict: true }),
						checkDocument,
					),
				},
			},
		],
		default: 'extract',
	},
];

export const cardFields: INodeProperties[] = [
	simplifyField(showOnlyForCards),
	combineSidesField(showOnlyForTwoSides),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: showOnlyForCards },
		options: [
			alignedImage,
			fieldBoxes,
			fieldConfidences,
			maxConcurrent,
			requestsPerSecond,
			retryIfBilled,
		],
	},
];

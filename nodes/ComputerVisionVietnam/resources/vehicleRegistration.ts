import type { INodeProperties } from 'n8n-workflow';

import { engineRouting } from '../../shared/engine/engineRouting';
import { maxConcurrent, requestsPerSecond, retryIfBilled } from '../../shared/description/options';
import { combineSidesField, fieldConfidences, simplifyField } from '../operations/documentFields';
import { readDocument } from '../output/documentItems';
import { alignedImage } from '../operations/fields';
import { checkDocument } from '../response';

const showOnlyForRegistrations = { resource: ['vehicleRegistration'] };
const showOnlyForTwoSides = { ...showOnlyForRegistrations, operation: ['extractTwoSides'] };

export const vehicleRegistrationOperations: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForRegistrations },
		options: [
			{
				name: 'Extract',
				value: 'extract',
				action: 'Extract the fields of a vehicle registration',
				description: 'Read the front or the back of a vehicle registration',
				routing: {
					request: { url: '/api/v2/ocr/vehicle_registration' },
					...engineRouting(readDocument({ img: 'image' }), checkDocument),
				},
			},
			{
				name: 'Extract Two Sides',
				value: 'extractTwoSides',
				action: 'Extract the fields of both sides of a vehicle registration',
				description: 'Read the front and the back of a vehicle registration',
				routing: {
					request: { url: '/api/v2/ocr/vehicle_registrations' },
					...engineRouting(readDocument({ img1: 'front', img2: 'back' }), checkDocument),
				},
			},
		],
		default: 'extract',
	},
];

export const vehicleRegistrationFields: INodeProperties[] = [
	simplifyField(showOnlyForRegistrations),
	combineSidesField(showOnlyForTwoSides),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: showOnlyForRegistrations },
		options: [alignedImage, fieldConfidences, maxConcurrent, requestsPerSecond, retryIfBilled],
	},
];

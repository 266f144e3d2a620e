import type { Operation } from '../../../shared/description/operation';
import { twoSidesFields } from '../../../shared/input/fields';
import { combineSides, simplify } from '../fields';
import { readDocument } from '../readDocument';
import { vehicleRegistrationOptions } from './options';

export const extractTwoSides: Operation = {
	option: {
		name: 'Extract Both Sides',
		value: 'extractTwoSides',
		action: 'Extract fields of both sides of vehicle registration',
		description: 'Read the front and the back of a vehicle registration',
	},
	subtitle: 'Extract Both Sides of Vehicle Registration',
	request: { url: '/api/v2/ocr/vehicle_registrations' },
	fields: [...twoSidesFields, simplify, combineSides, vehicleRegistrationOptions],
	...readDocument({ img1: 'front', img2: 'back' }),
};

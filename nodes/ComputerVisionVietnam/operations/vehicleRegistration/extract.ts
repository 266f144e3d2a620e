import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { simplify } from '../fields';
import { readDocument } from '../readDocument';
import { vehicleRegistrationOptions } from './options';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract fields of vehicle registration',
		description: 'Read the front or the back of a vehicle registration',
	},
	subtitle: 'Extract Vehicle Registration',
	request: { url: '/api/v2/ocr/vehicle_registration' },
	fields: [...imageFields, simplify, vehicleRegistrationOptions],
	...readDocument({ img: 'image' }),
};

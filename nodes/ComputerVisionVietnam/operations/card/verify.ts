import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { simplify } from '../fields';
import { readDocument } from '../readDocument';
import { cardOptions } from './options';

export const verify: Operation = {
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify card',
		description:
			'Read one side of an identity card, passport, driving license, military ID or officer ID, and report warnings such as a photocopy',
	},
	subtitle: 'Verify Card',
	request: { url: '/api/v2/ekyc/card' },
	fields: [...imageFields, simplify, cardOptions],
	...readDocument({ img: 'image' }, { verdict: true, readsPdfs: true }),
};

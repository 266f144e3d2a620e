import type { Operation } from '../../../shared/description/operation';
import { twoSidesFields } from '../../../shared/input/fields';
import { combineSides, simplify } from '../fields';
import { readDocument } from '../readDocument';
import { cardOptions } from './options';

export const verifyTwoSides: Operation = {
	option: {
		name: 'Verify Both Sides',
		value: 'verifyTwoSides',
		action: 'Verify both sides of card',
		description:
			'Read both sides of an identity card, and check that they belong together and have no warnings',
	},
	subtitle: 'Verify Both Sides of Card',
	request: { url: '/api/v2/ekyc/cards' },
	fields: [...twoSidesFields, simplify, combineSides, cardOptions],
	...readDocument({ img1: 'front', img2: 'back' }, { verdict: true }),
};

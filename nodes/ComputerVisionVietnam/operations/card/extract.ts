import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { simplify } from '../fields';
import { readDocument } from '../readDocument';
import { cardOptions } from './options';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract fields of cards from image or PDF',
		description: 'Read identity cards and passports, including several sides or cards in one image',
	},
	subtitle: 'Extract Cards',
	request: { url: '/api/v2/ocr/card' },
	fields: [...imageFields, simplify, cardOptions],
	...readDocument({ img: 'image' }, { readsPdfs: true }),
};

import type { Operation } from '../../../shared/description/operation';
import { extract } from './extract';

/** Extract, but NHN Cloud cuts the image into segments first. */
export const extractSegmented: Operation = {
	...extract,
	option: {
		name: 'Extract Segmented',
		value: 'extractSegmented',
		action: 'Extract the text of a long image in segments',
		description:
			'Read Korean and English text from a very long or wide image, such as a screenshot',
	},
	request: { method: 'POST', url: '/general/cropping' },
};

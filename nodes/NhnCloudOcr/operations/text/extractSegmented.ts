import { failOnNoText, optionsField, reuseForUrls } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { outputFields } from '../../../shared/output/fields';
import { includeCorners, markedImage, minimumConfidence } from '../../../shared/output/textOptions';
import { keepDuplicates } from '../fields';
import { readText } from '../readText';

/** As Extract, but NHN Cloud cuts the image into segments first. */
export const extractSegmented: Operation = {
	option: {
		name: 'Extract Segmented',
		value: 'extractSegmented',
		action: 'Extract text from long image in segments',
		description:
			'Read Korean and English text from a very long or wide image, such as a screenshot',
	},
	subtitle: 'Extract Text in Segments',
	request: { method: 'POST', url: '/general/cropping' },
	fields: [
		...imageFields,
		...outputFields,
		optionsField([
			failOnNoText,
			includeCorners,
			keepDuplicates,
			markedImage,
			minimumConfidence,
			reuseForUrls,
		]),
	],
	...readText({ isSegmented: true }),
};

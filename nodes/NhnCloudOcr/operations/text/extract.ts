import { failOnNoText, optionsField, reuseForUrls } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { outputFields } from '../../../shared/output/fields';
import { includeCorners, markedImage, minimumConfidence } from '../../../shared/output/textOptions';
import { readText } from '../readText';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract text from image',
		description: 'Read Korean and English text',
	},
	subtitle: 'Extract Text',
	request: { method: 'POST', url: '/general' },
	fields: [
		...imageFields,
		...outputFields,
		optionsField([failOnNoText, includeCorners, markedImage, minimumConfidence, reuseForUrls]),
	],
	...readText(),
};

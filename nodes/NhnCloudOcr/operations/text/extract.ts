import { failOnNoText, optionsField } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { outputField } from '../../../shared/output/fields';
import { includeCorners, markedImage, minimumConfidence } from '../../../shared/output/textOptions';
import { readText } from '../readText';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract the text of an image',
		description: 'Read Korean and English text',
	},
	request: { method: 'POST', url: '/general' },
	fields: [
		...imageFields,
		outputField,
		optionsField([failOnNoText, includeCorners, markedImage, minimumConfidence]),
	],
	...readText(),
};

import { failOnNoText, optionsField } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { isPerDocument, outputField, readOutput } from '../../../shared/output/fields';
import { textItems } from '../../../shared/output/textItems';
import { readSwitch } from '../../../shared/parameters/readSwitch';
import { CORNERS, fileOf, linesOf } from '../../output';
import { account, imageRequest } from '../../request';
import { checkResponse } from '../../response';

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
		optionsField([
			failOnNoText,
			{
				displayName: 'Include Corners',
				name: 'polygon',
				type: 'boolean',
				default: false,
				displayOptions: { show: { '/output': ['lines', 'words'] } },
				description:
					'Whether to add the four corners of each line or word as x1, y1 to x4, y4, clockwise from the upper left. Useful for slanted text.',
			},
		]),
	],
	account,

	async requests(options, ended) {
		readOutput(this);
		readSwitch(this, 'options.polygon', 'Include Corners');
		return await imageRequest.call(this, options, ended);
	},

	checkResponse,

	items([{ body }]) {
		const output = readOutput(this);
		if (output === 'raw') return [{ json: body }];
		const withCorners = this.getNodeParameter('options.polygon', false) as boolean;
		const lines = linesOf(body, withCorners);
		const items = textItems([{ page: 1, lines }], output, withCorners ? CORNERS : []);
		if (isPerDocument(output)) Object.assign(items[0].json, fileOf(body));
		return items;
	},
};

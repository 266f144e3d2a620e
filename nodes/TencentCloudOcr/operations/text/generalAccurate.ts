import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { failOnNoText, optionsField } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { Failure } from '../../../shared/engine/errors/failure';
import { imageFields } from '../../../shared/input/fields';
import { outputField, readOutput } from '../../../shared/output/fields';
import {
	includeCorners,
	minimumConfidence,
	readTextOptions,
} from '../../../shared/output/textOptions';
import { readChoice } from '../../../shared/parameters/readChoice';
import { readSwitch } from '../../../shared/parameters/readSwitch';
import { textItemsOf } from '../../output';
import { accountFor, actionRequest, pageRequests } from '../../request';
import { checkResponse } from '../../response';
import { isPdf, pdfPages } from '../fields';

export const generalAccurate: Operation = {
	option: {
		name: 'General Accurate',
		value: 'generalAccurate',
		action: 'Read the text of an image or PDF',
		description: 'Read text in complex layouts with high accuracy (GeneralAccurateOCR)',
	},
	request: actionRequest('GeneralAccurateOCR'),
	fields: [
		...imageFields,
		outputField,
		optionsField([
			{
				displayName: 'Detect Text',
				name: 'enableDetectText',
				type: 'boolean',
				default: true,
				description:
					'Whether to look for text in the whole image. Turn off for an image that shows only a single line of upright text.',
				routing: { send: { type: 'body', property: 'EnableDetectText' } },
			},
			failOnNoText,
			includeCorners,
			isPdf,
			minimumConfidence,
			pdfPages,
			{
				displayName: 'Recognition Model',
				name: 'configId',
				type: 'options',
				options: [
					{ name: 'Common', value: 'OCR' },
					{ name: 'Multilingual', value: 'MulOCR' },
				],
				default: 'OCR',
				description: 'The model that reads the text',
				routing: { send: { type: 'body', property: 'ConfigID' } },
			},
			{
				displayName: 'Slice Large Images',
				name: 'enableDetectSplit',
				type: 'boolean',
				default: false,
				description:
					'Whether to read large images with small text, such as exam papers, in slices. Works only with the recognition model Common.',
				routing: { send: { type: 'body', property: 'EnableDetectSplit' } },
			},
		]),
	],
	account: accountFor('GeneralAccurateOCR'),
	// The documented limit of an account.
	requestsPerSecond: 10,

	async requests(options, ended) {
		checkParameters(this);
		return await pageRequests(this, options, { maxBase64: 10, acceptsUrls: true }, ended);
	},

	checkResponse,

	async items(responses) {
		return await textItemsOf(responses, readOutput(this), readTextOptions(this));
	},
};

/**
 * Rejects parameters that Tencent Cloud would reject, or that would fail only after the request was
 * billed.
 *
 * @throws Failure with what to change
 */
function checkParameters(context: IExecuteSingleFunctions): void {
	readOutput(context);
	readTextOptions(context);
	const model = readChoice(context, 'options.configId', 'Recognition Model', ['OCR', 'MulOCR']);
	const isSliced = readSwitch(context, 'options.enableDetectSplit', 'Slice Large Images');
	readSwitch(context, 'options.enableDetectText', 'Detect Text');
	if (isSliced && model !== 'OCR') {
		throw new Failure(
			'rejected',
			'Slice Large Images works only with the recognition model Common. Turn it off, or set Recognition Model to Common.',
		);
	}
}

import { failOnNoText, optionsField, reuseForUrls } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { outputFields, readOutput } from '../../../shared/output/fields';
import {
	includeCorners,
	markedImage,
	minimumConfidence,
	readTextOptions,
} from '../../../shared/output/textOptions';
import { readChoice } from '../../../shared/parameters/readChoice';
import { readSwitch } from '../../../shared/parameters/readSwitch';
import { textItemsOf } from '../../output/text';
import type { FileRules } from '../../fileRules';
import { accountFor, actionRequest, pageRequests } from '../../request';
import { checkResponse } from '../../response';
import { isPdf, pdfPages, skipPagesWithText } from '../fields';

const FILES: FileRules = {
	kinds: ['PNG', 'JPEG', 'BMP', 'PDF'],
	maxBase64: 10,
	urls: 'Tencent Cloud',
	pages: 'IsPdf',
};

export const generalAccurate: Operation = {
	option: {
		name: 'Extract',
		value: 'generalAccurate',
		action: 'Extract text from image or PDF',
		description: 'Read text in complex layouts with high accuracy (GeneralAccurateOCR)',
	},
	subtitle: 'Extract Text',
	request: actionRequest('GeneralAccurateOCR'),
	fields: [
		...imageFields,
		...outputFields,
		optionsField([
			{
				displayName: 'Text Area',
				name: 'enableDetectText',
				type: 'options',
				options: [
					{
						name: 'Single Line',
						value: false,
						description: 'The image is one upright line of text',
					},
					{ name: 'Whole Image', value: true, description: 'Text may be anywhere in the image' },
				],
				default: false,
				description: 'Where to look for text',
				routing: { send: { type: 'body', property: 'EnableDetectText' } },
			},
			failOnNoText,
			includeCorners,
			isPdf,
			markedImage,
			minimumConfidence,
			pdfPages,
			reuseForUrls,
			{
				displayName: 'Recognition Model',
				name: 'configId',
				type: 'options',
				options: [
					{ name: 'Common', value: 'OCR' },
					{ name: 'Multilingual', value: 'MulOCR' },
				],
				default: 'MulOCR',
				description: 'The model that reads the text',
				routing: { send: { type: 'body', property: 'ConfigID' } },
			},
			skipPagesWithText,
			{
				displayName: 'Slice Large Images',
				name: 'enableDetectSplit',
				type: 'boolean',
				default: true,
				displayOptions: { hide: { '/options.configId': ['MulOCR'] } },
				description: 'Whether to read large images with small text, such as exam papers, in slices',
				routing: { send: { type: 'body', property: 'EnableDetectSplit' } },
			},
		]),
	],
	account: accountFor('GeneralAccurateOCR'),
	// The documented limit of an account.
	requestsPerSecond: 10,

	async requests(options, ended) {
		readOutput(this);
		readTextOptions(this);
		// What Tencent Cloud would reject, or bill and then ignore.
		readChoice(this, 'options.configId', 'Recognition Model', ['OCR', 'MulOCR']);
		readSwitch(this, 'options.enableDetectSplit', 'Slice Large Images');
		readSwitch(this, 'options.enableDetectText', 'Text Area');
		return await pageRequests(this, options, FILES, ended);
	},

	checkResponse,

	async items(responses) {
		return await textItemsOf(this, responses, readOutput(this), readTextOptions(this));
	},
};

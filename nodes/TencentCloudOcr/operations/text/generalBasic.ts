import { failOnNoText, optionsField } from '../../../shared/description/options';
import type { Operation } from '../../../shared/description/operation';
import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import { imageFields } from '../../../shared/input/fields';
import { isPerDocument, outputFields, readOutput } from '../../../shared/output/fields';
import {
	includeCorners,
	markedImage,
	minimumConfidence,
	readTextOptions,
} from '../../../shared/output/textOptions';
import { isObject, plainText } from '../../../shared/output/values';
import { readChoice } from '../../../shared/parameters/readChoice';
import { textItemsOf } from '../../output/text';
import type { FileRules } from '../../fileRules';
import { accountFor, actionRequest, pageRequests } from '../../request';
import { checkResponse } from '../../response';
import { pdfPages, skipPagesWithText } from '../fields';

const LANGUAGES = [
	{ name: 'Arabic', value: 'ara' },
	{ name: 'Chinese and English', value: 'zh' },
	{
		name: 'Chinese with Rare Characters',
		value: 'zh_rare',
		description: 'Includes Traditional Chinese and special characters',
	},
	{ name: 'Danish', value: 'dan' },
	{ name: 'Detect Automatically', value: 'auto' },
	{ name: 'Dutch', value: 'hol' },
	{ name: 'Finnish', value: 'fin' },
	{ name: 'French', value: 'fre' },
	{ name: 'German', value: 'ger' },
	{ name: 'Hindi', value: 'hi' },
	{ name: 'Hungarian', value: 'hun' },
	{ name: 'Italian', value: 'ita' },
	{ name: 'Japanese', value: 'jap' },
	{ name: 'Korean', value: 'kor' },
	{ name: 'Malay', value: 'may' },
	{ name: 'Mixed Languages', value: 'mix' },
	{ name: 'Norwegian', value: 'nor' },
	{ name: 'Portuguese', value: 'por' },
	{ name: 'Russian', value: 'rus' },
	{ name: 'Spanish', value: 'spa' },
	{ name: 'Swedish', value: 'swe' },
	{ name: 'Thai', value: 'tha' },
	{ name: 'Vietnamese', value: 'vie' },
];

const LANGUAGE_CODES = LANGUAGES.map(({ value }) => value);

/** Outside mainland China the action has no ImageUrl. */
const FILES: FileRules = {
	kinds: ['PNG', 'JPEG', 'BMP', 'PDF'],
	maxBase64: 7,
	urls: 'n8n',
	pages: 'IsPdf',
};

export const generalBasic: Operation = {
	option: {
		name: 'Extract Basic',
		value: 'generalBasic',
		action: 'Extract printed text in many languages',
		description:
			'Read printed text in more than 20 languages, chosen or detected (GeneralBasicOCR)',
	},
	subtitle: 'Extract Printed Text',
	request: actionRequest('GeneralBasicOCR'),
	fields: [
		...imageFields,
		...outputFields,
		optionsField([
			failOnNoText,
			includeCorners,
			{
				displayName: 'Language',
				name: 'languageType',
				type: 'options',
				options: LANGUAGES,
				default: 'auto',
				description: 'The language of the text',
				routing: { send: { type: 'body', property: 'LanguageType' } },
			},
			markedImage,
			minimumConfidence,
			pdfPages,
			skipPagesWithText,
		]),
	],
	// Without requestsPerSecond: Tencent Cloud documents no limit for it, so the engine adapts.
	account: accountFor('GeneralBasicOCR'),

	async requests(options, ended) {
		readOutput(this);
		readTextOptions(this);
		readChoice(this, 'options.languageType', 'Language', LANGUAGE_CODES);
		return await pageRequests(this, options, FILES, ended);
	},

	checkResponse,

	async items(responses) {
		const output = readOutput(this);
		const items = await textItemsOf(this, responses, output, readTextOptions(this));
		if (isPerDocument(output)) items[0].json.language = languagesOf(responses);
		return items;
	},
};

/** The languages that were found, in the order of the pages, such as `zh` or `zh, vie`; null for none. */
function languagesOf(responses: OcrResponse[]): string | null {
	const found = responses.map(({ body: { Response } }) =>
		isObject(Response) ? plainText(Response.Language) : '',
	);
	return [...new Set(found)].filter((language) => language !== '').join(', ') || null;
}

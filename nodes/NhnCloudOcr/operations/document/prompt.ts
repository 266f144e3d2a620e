import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../shared/engine/errors/failure';
import { readChoice } from '../../../shared/parameters/readChoice';
import type { Asked } from '../../output/documents/asked';
import { readRequired } from '../readAsked';

/** How many characters NHN Cloud accepts ("Document AI", `prompt`). */
const LONGEST = 1_000;

const prompt: INodeProperties = {
	displayName: 'Prompt',
	name: 'prompt',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. Which items does the receipt list, and what do they cost?',
	description: 'What to ask about the picture, in up to 1,000 characters',
};

const documentTypeCode: INodeProperties = {
	displayName: 'Document Type',
	name: 'documentTypeCode',
	type: 'options',
	options: [
		{ name: 'Business Card', value: 'BUSINESS_CARD', description: 'The card of a person' },
		{
			name: 'Business Registration',
			value: 'BUSINESS_REGISTRATION',
			description: 'A Korean business registration certificate',
		},
		{ name: 'General', value: 'GENERAL', description: 'Any other document' },
	],
	default: 'GENERAL',
};

const TYPES = ['GENERAL', 'BUSINESS_CARD', 'BUSINESS_REGISTRATION'] as const;

/** A question about a picture. */
export const promptAsked: Asked = {
	fields: [prompt],
	options: [documentTypeCode],
	read(context) {
		const text = readRequired(context, prompt);
		const { length } = [...text];
		if (length > LONGEST) {
			throw new Failure(
				'rejected',
				`Prompt has ${length.toLocaleString('en')} characters, but NHN Cloud accepts at most ${LONGEST.toLocaleString('en')}. Shorten it.`,
			);
		}
		const { name, displayName } = documentTypeCode;
		const type = readChoice(context, `options.${name}`, displayName, TYPES);
		return { values: { prompt: text, documentTypeCode: type } };
	},
};

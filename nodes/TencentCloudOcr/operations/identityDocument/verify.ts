import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/description/operation';
import { Failure } from '../../../shared/engine/errors/failure';
import { backImageField } from '../../../shared/input/fields';
import { documentOutput, readDocumentOutput } from '../../../shared/output/documents/fields';
import { quoted } from '../../../shared/parameters/quoted';
import { readChoice } from '../../../shared/parameters/readChoice';
import type { FileRules } from '../../fileRules';
import { accountFor, pageRequests } from '../../request';
import { checkSite } from '../../site';
import { checkChoices } from '../checkChoices';
import { actionOf, RESOURCE, sharedRequest } from './action';
import { checkVerification } from './checks';
import { checkPixels } from './checkPixels';
import { identityOptions, optionOf, readWaitUpTo, returnPortrait } from './fields';
import { APPLY, nextResult, SITES, verificationItems } from './verification';
import { imageFields } from '../fields';

/** What a verification accepts. */
export const FILES: FileRules = {
	kinds: ['PNG', 'JPEG'],
	maxBase64: 2,
	urls: 'Tencent Cloud',
	images: {
		image: { base64: 'ImageBase64Front', url: 'ImageUrlFront' },
		second: { base64: 'ImageBase64Back', url: 'ImageUrlBack', isOptional: true },
	},
};

/** Pixels of a side. */
const PIXELS = { min: 256, max: 4_096 };

/** Where a portrait is asked for: a longer side is accepted only of a JPEG. */
const PIXELS_FOR_PORTRAIT = { min: 256, max: 2_000, maxJpeg: 4_000 };

/** The countries of the documentation. An expression may return another one. */
const country: INodeProperties = {
	displayName: 'Country',
	name: 'nationality',
	type: 'options',
	options: [
		{ name: 'Argentina', value: 'ARG' },
		{ name: 'Australia', value: 'AUS' },
		{ name: 'Bangladesh', value: 'BGD' },
		{ name: 'Cambodia', value: 'KHM' },
		{ name: 'Canada', value: 'CAN' },
		{ name: 'Chile', value: 'CHL' },
		{ name: 'Germany', value: 'DEU' },
		{ name: 'Hong Kong', value: 'HKG' },
		{ name: 'Indonesia', value: 'IDN' },
		{ name: 'Japan', value: 'JPN' },
		{ name: 'Macao', value: 'MAC' },
		{ name: 'Malaysia', value: 'MYS' },
		{ name: 'Mexico', value: 'MEX' },
		{ name: 'Myanmar', value: 'MMR' },
		{ name: 'New Zealand', value: 'NZL' },
		{ name: 'Nigeria', value: 'NGA' },
		{ name: 'Pakistan', value: 'PAK' },
		{ name: 'Philippines', value: 'PHL' },
		{ name: 'Russia', value: 'RUS' },
		{ name: 'Singapore', value: 'SGP' },
		{ name: 'Taiwan', value: 'TWN' },
		{ name: 'Thailand', value: 'THA' },
	],
	default: 'SGP',
	description:
		'The country or region of the document. An expression may return any three-letter code (ISO 3166-1).',
};

const cardType: INodeProperties = {
	displayName: 'Card Type',
	name: 'cardType',
	type: 'options',
	options: [
		{ name: "Driver's License", value: 'DRIVING_LICENSE' },
		{ name: 'Identity Card', value: 'ID_CARD' },
		{ name: 'Passport', value: 'PASSPORT' },
		{
			name: 'Residence Permit',
			value: 'RESIDENCE_PERMIT',
			description: 'Only of Australia, Canada, Germany, New Zealand, Nigeria and Singapore',
		},
	],
	default: 'ID_CARD',
	description: 'The kind of document. Most kinds need the back, too.',
};

const CARD_TYPES = ['ID_CARD', 'PASSPORT', 'DRIVING_LICENSE', 'RESIDENCE_PERMIT'] as const;

export const verify: Operation = {
	option: {
		name: 'Verify',
		value: 'verify',
		action: 'Verify identity document',
		description: `Read a document, look for signs of forgery, and wait for the result (${APPLY})`,
	},
	subtitle: 'Verify Identity Document',
	request: sharedRequest,
	fields: [country, cardType, ...imageFields, backImageField, documentOutput, identityOptions],
	account: accountFor(RESOURCE),

	async requests(options, ended) {
		checkSite(options.baseURL ?? '', SITES, APPLY);
		readDocumentOutput(this, documentOutput);
		checkChoices(this, [identityOptions], 'verify');
		const seconds = readWaitUpTo(this);
		const hasPortrait = optionOf(this, returnPortrait) === true;
		const parameters = {
			Nationality: readCountry(this),
			CardType: readChoice(this, cardType.name, cardType.displayName, CARD_TYPES),
			...(hasPortrait && { ReturnHeadImage: true }),
		};
		const action = actionOf(options, APPLY);
		const [request] = await pageRequests(this, action.options, FILES, ended, parameters);
		await checkPixels(request.content.images, hasPortrait ? PIXELS_FOR_PORTRAIT : PIXELS);
		return [{ ...action.request(request), next: nextResult(options, seconds) }];
	},

	checkResponse: checkVerification,

	async items(responses) {
		return await verificationItems(this, responses);
	},
};

function readCountry(context: IExecuteSingleFunctions): string {
	const value: unknown = context.getNodeParameter(country.name, country.default);
	const code = typeof value === 'string' ? value.trim() : '';
	if (/^[A-Z]{3}$/.test(code)) return code;
	throw new Failure(
		'rejected',
		`${country.displayName} is ${quoted(value)}, but must be a code of three capital letters, such as SGP. Correct its expression.`,
	);
}

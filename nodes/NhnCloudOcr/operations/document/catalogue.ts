import type { DocumentEntry } from '../../output/documents/documentEntry';
import { inBusiness } from '../../output/documents/inBusiness';
import { businessNumberAsked } from './businessNumber';
import { promptAsked } from './prompt';

const CREDIT_CARD: Pick<
	DocumentEntry,
	'url' | 'accepts' | 'fields' | 'measured' | 'about' | 'noneFound'
> = {
	url: '/credit-card',
	accepts: 'pictures',
	fields: 'cardNums totalCardNum validThru',
	measured: 'confidence box',
	about: 'fileType resolution',
	noneFound: '4000111',
};

/**
 * The documents that the resource Document reads, in alphabetical order of their operations.
 *
 * Source: NHN Cloud, "Document OCR" API v1.0 to v2.1, and "Document AI" API v1.0 and v1.1. No rate is
 * documented.
 */
export const documentCatalogue: DocumentEntry[] = [
	{
		value: 'documentAi',
		name: 'Ask Document',
		action: 'Ask question about document',
		description: 'Answer a question about a picture in your own words, with Document AI',
		subtitle: 'Ask Document',
		url: '/document-ai',
		accepts: 'pictures',
		asks: promptAsked,
		fields: 'llmResponse',
	},
	{
		value: 'businessStatus',
		name: 'Check Business Status',
		action: 'Check business status by number',
		description: 'Look up whether a Korean business is open, suspended or closed',
		subtitle: 'Check Business Status',
		url: '/business/status',
		asks: businessNumberAsked,
		fields: 'statusCode statusMessage',
		also: inBusiness,
	},
	{
		value: 'business',
		name: 'Extract Business Registration',
		action: 'Extract business registration fields',
		description: 'Read a Korean business registration certificate, of a PDF its first page',
		subtitle: 'Extract Business Registration',
		url: '/business',
		accepts: 'pictures and PDFs',
		// The guide shows only these two keys. The others follow them, as they are printed.
		fields: '구분 등록번호',
		isKeyValues: true,
		measured: 'confidence',
		about: 'fileType resolution unitType',
		noneFound: '4000101',
	},
	{
		value: 'creditCard',
		name: 'Extract Credit Card',
		action: 'Extract credit card number and date',
		description: 'Read the number and the expiration date of a card; n8n encrypts both ways',
		subtitle: 'Extract Credit Card',
		...CREDIT_CARD,
		publicKey: 'credit-card',
		sealed: 'cardNums.value totalCardNum validThru.value',
	},
	{
		value: 'creditCardPlain',
		name: 'Extract Credit Card Unencrypted',
		action: 'Extract credit card without encryption',
		description: 'The same with HTTPS alone. Choose it only if the encrypted one fails.',
		subtitle: 'Extract Credit Card Unencrypted',
		...CREDIT_CARD,
	},
];

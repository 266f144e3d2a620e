import type { DocumentEntry } from '../../output/documents/documentEntry';
import { verificationAsked } from './verification';

const IDENTITY_CARD: Pick<
	DocumentEntry,
	| 'accepts'
	| 'publicKey'
	| 'sealed'
	| 'kind'
	| 'fields'
	| 'isKeyValues'
	| 'measured'
	| 'values'
	| 'about'
	| 'noneFound'
> = {
	accepts: 'pictures',
	publicKey: 'id-card',
	sealed: 'keyValues.value',
	kind: 'idType',
	fields: {
		resident: 'name residentNumber issueDate issuer',
		driver: `
			driverLicenseNumber licenseType name residentNumber condition serialNum issueDate issuer`,
		passport: `
			passportType countryCode passportNo surName givenName nationality dateOfBirth
			dateOfBirthYMD sex dateOfIssue dateOfIssueYMD dateOfExpiry dateOfExpiryYMD koreanName
			personalNo MRZ1 MRZ2`,
	},
	isKeyValues: true,
	measured: 'confidence box',
	// Passports have each of their dates once more, as eight digits.
	values: { country: 'Korea', dates: 'issueDate dateOfBirthYMD dateOfIssueYMD dateOfExpiryYMD' },
	about: 'fileType resolution',
	noneFound: '4000121',
};

/**
 * What the resource Identity Card does, in alphabetical order of its operations.
 *
 * Source: NHN Cloud, "Document OCR" API v2.0 and v2.1. No rate is documented.
 */
export const identityCardCatalogue: DocumentEntry[] = [
	{
		value: 'extract',
		name: 'Extract',
		action: 'Extract identity card fields for verification',
		description: 'Read a Korean identity card or any passport, with a key for Verify',
		subtitle: 'Extract Identity Card',
		url: '/id-card',
		...IDENTITY_CARD,
		hasRequestKey: true,
	},
	{
		value: 'extractStandAlone',
		name: 'Extract Only',
		action: 'Extract identity card fields only',
		description: 'The same for a lower fee, without a key for Verify',
		subtitle: 'Extract Identity Card Only',
		url: '/id-card/stand-alone',
		...IDENTITY_CARD,
	},
	{
		value: 'verify',
		name: 'Verify',
		action: 'Verify extracted identity card',
		description: 'Compare what was read of a Korean identity card with what the authorities know',
		subtitle: 'Verify Identity Card',
		url: '/id-card/authenticity',
		publicKey: 'id-card',
		asks: verificationAsked,
		fields: 'isAuthenticity',
	},
];

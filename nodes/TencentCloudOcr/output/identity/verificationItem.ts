import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { leavesOf } from '../../../shared/output/documents/cells';
import { isObject, plainText } from '../../../shared/output/values';
import { fieldRow, type RecordRow } from '../records/fieldRow';
import { itemOf } from './identityItem';

const ADDRESS = `
	Country PostalCode Subdivision District City Subdistrict FormattedAddress LineOne LineTwo
	LineThree LineFour LineFive`;

/** The fields of a side: the data type GeneralCard. */
const SIDE = `
	LicenseNumber PersonalNumber FullName FullNameLocal FirstName FirstNameLocal MiddleName
	MiddleNameLocal LastName LastNameLocal Sex Birthday BirthPlace IssuedDate IssuedAuthority
	IssuedPlace IssuedCountry IssuedCountryCode ExpirationDate MRZLine1 MRZLine2 Nationality
	${within('Address', ADDRESS)} Religion Type BloodType Height Weight VehicleClass Restrictions
	Endorsement Others PassportCodeFirst PassportCodeSecond DueDate Age RegistrationNumber`;

/**
 * The fields of the answer of GetCardVerificationExternalResult, beside its warnings and its picture.
 *
 * Source: the API description of Tencent Cloud OCR 2018-11-19, as of 2026-08-21.
 */
export const VERIFICATION_FIELDS = `
	Status Nationality ${within('CardInfo', SIDE)} ${within('BackCardInfo', SIDE)}
	CardVerificationToken`;

const SIDE_DATES = 'Birthday IssuedDate ExpirationDate DueDate';

const DATES = ['CardInfo', 'BackCardInfo']
	.map((side) => within(side, SIDE_DATES).replaceAll('.', '_'))
	.join(' ');

function within(name: string, fields: string): string {
	return fields
		.trim()
		.split(/\s+/)
		.map((field) => `${name}.${field}`)
		.join(' ');
}

/** What the words in `WarnInfo` mean. */
const WARNINGS: Record<string, string> = {
	ScreenshotSuspected: 'The picture is a screenshot',
	RetakeSuspected: 'The document was photographed from a screen',
	PaperCopy: 'The document is a photocopy',
	FakeSuspected: 'The document may be tampered with',
	PoorImageQuality: 'The picture is of poor quality',
	InformationVerificationFailed: 'The values on the document do not fit together',
	TooManyCards: 'The picture shows several cards',
	IncompleteCard: 'The document is incomplete',
	OtherWarning: 'The document may not be genuine',
};

/** The item of a verification, with the portrait as a file. */
export async function verificationItem(
	context: IExecuteSingleFunctions,
	{ Response }: IDataObject,
): Promise<INodeExecutionData> {
	return await itemOf(context, verificationRow(isObject(Response) ? Response : {}), {
		country: 'International',
		dates: DATES,
	});
}

/** The row of a verification: its status, the verdict, and the fields of both sides. */
export function verificationRow({ WarnInfo, ...said }: IDataObject): RecordRow {
	const { row, pictures } = fieldRow(said, { fields: VERIFICATION_FIELDS });
	const { Status: status, ...fields } = row;
	const warnings = [...new Set(leavesOf([WarnInfo]).map(plainText))].filter((word) => word !== '');
	const texts = warnings.map((word) =>
		Object.hasOwn(WARNINGS, word) ? `${WARNINGS[word]} (${word})` : word,
	);
	const verdict = {
		valid: verdictOf(plainText(status), warnings.length > 0),
		warnings: texts.join('; ') || null,
	};
	return { row: { Status: status, ...verdict, ...fields }, pictures };
}

/**
 * Whether a document has no warning; null if the status does not say that it was verified. The
 * documented sample of a finished verification has the status PASSED, which its list does not name.
 */
function verdictOf(status: string, hasWarnings: boolean): boolean | null {
	if (hasWarnings || status === 'ABNORMAL') return false;
	return ['COMPLETED', 'PASSED'].includes(status) ? true : null;
}

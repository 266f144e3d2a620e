import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../shared/engine/errors/failure';
import { readChoice } from '../../../shared/parameters/readChoice';
import type { Asked } from '../../output/documents/asked';
import { notDigits, readDigits, readRequired } from '../readAsked';

const idType: INodeProperties = {
	displayName: 'Card Type',
	name: 'idType',
	type: 'options',
	options: [
		{
			name: "Driver's License",
			value: 'driver',
			description: "A Korean driver's license",
		},
		{
			name: 'Resident Registration Card',
			value: 'resident',
			description: 'A Korean resident registration card',
		},
	],
	default: 'resident',
};

/** n8n must not require a field of another card type: it cannot know an expression's card type. */
const ofType = (type: string): Partial<INodeProperties> => ({
	required: false,
	displayOptions: { show: { idType: [type] } },
});

const text = (field: Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>) =>
	({ type: 'string', default: '', required: true, ...field }) satisfies INodeProperties;

const requestKey = text({
	displayName: 'Request Key',
	name: 'requestKey',
	placeholder: 'e.g. {{ $json.requestKey }}',
	hint: 'The column requestKey of the operation Extract. It is valid for one hour, and for one verification.',
});

const name = text({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. {{ $json.name }}',
	description: 'The name on the card',
});

const residentNumber = text({
	displayName: 'Resident Number',
	name: 'residentNumber',
	placeholder: 'e.g. {{ $json.residentNumber }}',
	description:
		'The 13 digits of the resident registration number. Of that of a driver, only the first 7 digits are sent.',
});

const issueDate = text({
	displayName: 'Issue Date',
	name: 'issueDate',
	placeholder: 'e.g. {{ $json.issueDate }}',
	hint: 'After five verifications with a wrong date, the card is locked',
	description: 'Year, month and day, such as 20200131 or 2020.1.31',
	...ofType('resident'),
});

const driverLicenseNumber = text({
	displayName: 'License Number',
	name: 'driverLicenseNumber',
	placeholder: 'e.g. {{ $json.driverLicenseNumber }}',
	description: "The 12 digits of the driver's license number, with or without dashes",
	...ofType('driver'),
});

const serialNum = text({
	displayName: 'Serial Number',
	name: 'serialNum',
	placeholder: 'e.g. {{ $json.serialNum }}',
	description: "The five or six characters of the serial number of a driver's license",
	required: false,
	displayOptions: { show: { '/idType': ['driver'] } },
});

/**
 * What was read of an identity card, to be compared with what the authorities know.
 *
 * Source: NHN Cloud, "Document OCR API v2.1", "Verify Authenticity API".
 */
export const verificationAsked: Asked = {
	fields: [idType, requestKey, name, residentNumber, issueDate, driverLicenseNumber],
	options: [serialNum],
	read(context) {
		const type = readType(context);
		const headers = { 'Request-Key': readRequestKey(context) };
		const holder = { idType: type, name: readRequired(context, name) };
		const own = type === 'resident' ? residentValues(context) : driverValues(context);
		return { values: { ...holder, ...own }, plain: ['idType'], shown: ['idType'], headers };
	},
};

function readType(context: IExecuteSingleFunctions): 'resident' | 'driver' {
	if (context.getNodeParameter(idType.name) === 'passport') {
		throw new Failure(
			'rejected',
			"NHN Cloud has verified no passports since 2026-05-27. Verify only resident registration cards and driver's licenses.",
		);
	}
	return readChoice(context, idType.name, idType.displayName, ['resident', 'driver']);
}

/** It becomes a header, which has no line breaks. */
function readRequestKey(context: IExecuteSingleFunctions): string {
	const key = readRequired(context, requestKey);
	if (/^[\x21-\x7e]+$/.test(key)) return key;
	throw new Failure(
		'rejected',
		'Request Key has characters that no key has. Map the column requestKey of the operation Extract to the field.',
	);
}

const residentValues = (context: IExecuteSingleFunctions) => ({
	residentNumber: readDigits(context, residentNumber, 13),
	issueDate: readDate(context),
});

function driverValues(context: IExecuteSingleFunctions): Record<string, string> {
	// The last digits may be covered with asterisks.
	const number = readRequired(context, residentNumber).replace(/[\s.-]/g, '');
	const first = number.slice(0, 7);
	if (!/^\d{7}$/.test(first)) throw notDigits(residentNumber, first, 7);
	const serial = readSerial(context);
	return {
		residentNumber: first,
		driverLicenseNumber: readDigits(context, driverLicenseNumber, 12),
		...(serial !== '' && { serialNum: serial }),
	};
}

function readSerial(context: IExecuteSingleFunctions): string {
	const serial = String(context.getNodeParameter(`options.${serialNum.name}`, '') ?? '').replace(
		/\s/g,
		'',
	);
	if (serial === '' || /^.{5,6}$/.test(serial)) return serial;
	throw new Failure(
		'rejected',
		`Serial Number has ${serial.length} characters, but must have 5 or 6. Correct its value, or leave it empty.`,
	);
}

/** YYYYMMDD, as the provider expects it, of a date as cards print it. */
function readDate(context: IExecuteSingleFunctions): string {
	const value = readRequired(context, issueDate);
	const [, year, month, day] =
		/^(\d{4})(\d{2})(\d{2})$/.exec(value) ??
		/^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,3}$/.exec(value) ??
		[];
	const isDate = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
	if (isDate) return year + month.padStart(2, '0') + day.padStart(2, '0');
	throw new Failure(
		'rejected',
		'Issue Date is not a date. Enter the year, the month and the day, such as 20200131 or 2020.1.31.',
	);
}

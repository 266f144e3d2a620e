import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../../../shared/output/values';

/**
 * What a status code says of a business: 00 is not in business, 01 to 04 pay taxes of some kind, 05 is
 * inactive, 06 is closed, and 09 is none of these.
 *
 * Source: NHN Cloud, "Retrieve Business Registration Stoppage/Closure API".
 */
const OPEN: Record<string, boolean> = {
	'00': false,
	'01': true,
	'02': true,
	'03': true,
	'04': true,
	'05': false,
	'06': false,
};

/** Whether a business is open, by its status code; null for a code that does not say it. */
export function inBusiness({ statusCode }: IDataObject): IDataObject {
	const text = plainText(statusCode).trim();
	const code = text.length === 1 ? `0${text}` : text;
	return { inBusiness: Object.hasOwn(OPEN, code) ? OPEN[code] : null };
}

import type { IDataObject } from 'n8n-workflow';

import { namesIn } from './namesIn';
import { amountOf } from './values/amountOf';
import type { Country } from './values/countries';
import { isoDate } from './values/isoDate';

/** Which columns of a type of document are dates, and which are amounts: names with blanks between. */
export interface ValueFields {
	country: Country;
	dates?: string;
	/** Amounts of money and other printed numbers, such as quantities. */
	amounts?: string;
}

/**
 * Columns with what a sheet can count with directly behind each date and amount: `<name>Iso`, as
 * `yyyy-mm-dd`, and `<name>Number`. Each is there in every row, and null where nothing was read or
 * the value does not fit the rules of its country.
 */
export function withNormalized(columns: IDataObject, fields: ValueFields): IDataObject {
	const dates = new Set(namesIn(fields.dates));
	const amounts = new Set(namesIn(fields.amounts));
	const all: IDataObject = {};
	const add = (name: string, value: string | number | null) => {
		let own = name;
		// A field of the provider may have this name.
		while (own in columns || own in all) own = `normalized_${own}`;
		all[own] = value;
	};
	for (const [name, value] of Object.entries(columns)) {
		all[name] = value;
		if (dates.has(name)) add(`${name}Iso`, isoDate(value, fields.country));
		if (amounts.has(name)) add(`${name}Number`, amountOf(value, fields.country));
	}
	return all;
}

import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../values';
import { amountOf } from './values/amountOf';
import type { Country } from './values/countries';
import { rulesOf } from './values/countries';
import { namesIn } from './namesIn';

/** The columns of an invoice that its sums are in. */
export interface SumFields {
	/** Of the document: before tax, the tax, and with tax. */
	subTotal: string;
	tax: string;
	total: string;
	/** Of a line item. */
	quantity: string;
	unitPrice: string;
	/** Quantity × unit price. */
	amount: string;
	/** With tax. */
	amountWithTax?: string;
	/** What changes the amount of a line item as well, such as a discount: names with blanks between. */
	adjustments?: string;
}

/** What was found in the sums of an invoice. */
export interface SumChecks {
	columns: {
		/**
		 * Whether the sums match: false if any does not, true if a sum was confirmed, null if the
		 * values do not suffice.
		 */
		sumsMatch: boolean | null;
		/** What was compared, and what was not, in sentences without the last full stop. */
		checks: string;
	};
	/** Sentences about sums that do not match. */
	failures: string[];
}

/** Whether something holds; undefined if it was not checked. */
interface Check {
	holds?: boolean;
	sentence: string;
}

/**
 * Checks whether the line items add up to the sums of their invoice, whether subtotal and tax make
 * the total, and whether quantity × unit price is the amount of a line item. Only values that fit the
 * rules of the country count; nothing is said about the others.
 *
 * Figures are rounded when they are printed, so sums may differ by the smallest amount of the money
 * for each figure that is added, and a line item by half of it for each piece.
 *
 * @param document its columns
 * @param lineItems the columns of each
 * @param earlier the columns of line items on earlier pages, which count for the same sums
 */
export function checkSums(
	document: IDataObject,
	lineItems: IDataObject[],
	fields: SumFields,
	country: Country,
	earlier: IDataObject[] = [],
): SumChecks {
	const invoice: Invoice = {
		fields,
		lineItems,
		added: [...earlier, ...lineItems],
		smallest: rulesOf(country).smallest,
		of: (name) => amountOf(document[name], country),
		ofLine: (line, name) => (name === undefined ? null : amountOf(line[name], country)),
	};
	const products = checkProducts(invoice);
	const sums = [checkLines(invoice), checkTotal(invoice)];
	const all = [products, ...sums];
	const failures = all.filter(({ holds }) => holds === false).map(({ sentence }) => sentence);
	// That a line is right says nothing about the sums.
	const isConfirmed = sums.some(({ holds }) => holds === true);
	const isChecked = all.some(({ holds }) => holds !== undefined);
	return {
		columns: {
			sumsMatch: failures.length > 0 ? false : isConfirmed || null,
			checks: isChecked ? all.map(({ sentence }) => sentence).join('. ') : 'Not checked',
		},
		failures,
	};
}

interface Invoice {
	fields: SumFields;
	lineItems: IDataObject[];
	/** The line items that make the sums. */
	added: IDataObject[];
	smallest: number;
	of: (name: string) => number | null;
	ofLine: (line: IDataObject, name: string | undefined) => number | null;
}

/** Whether two numbers are the same, but for what rounding does to them. */
const isSame = (one: number, other: number, tolerance: number): boolean =>
	// What is no binary fraction is off by its last digit.
	Math.abs(one - other) <= tolerance + 1e-12 * Math.max(Math.abs(one), Math.abs(other));

/** Without the digits behind the cents that adding binary fractions makes. */
const shown = (number: number): string => String(Number(number.toFixed(4)));

function checkTotal({ fields, smallest, of }: Invoice): Check {
	const { subTotal, tax, total } = fields;
	const [before, added, after] = [of(subTotal), of(tax), of(total)];
	const sum = `${subTotal} + ${tax}`;
	if (before === null || added === null || after === null) {
		return { sentence: `${sum} = ${total} was not checked` };
	}
	return isSame(before + added, after, 2 * smallest)
		? { holds: true, sentence: `${sum} is ${total}` }
		: {
				holds: false,
				sentence: `${sum} is ${shown(before + added)}, but ${total} is ${shown(after)}`,
			};
}

/** A sum of line items. */
interface Added {
	column: string;
	/** The sum of the document that it should be. */
	expected: string;
	sum: number;
	/** Whether each line item has a number. */
	isComplete: boolean;
}

function checkLines({ fields, added: lineItems, smallest, of, ofLine }: Invoice): Check {
	const { amount, amountWithTax, subTotal, total } = fields;
	const columns = [
		{ column: amount, expected: subTotal },
		...(amountWithTax === undefined ? [] : [{ column: amountWithTax, expected: total }]),
	];
	const added = columns.flatMap(({ column, expected }): Added[] => {
		const numbers = lineItems.map((line) => ofLine(line, column));
		const known = numbers.filter((number) => number !== null);
		if (known.length === 0) return [];
		const sum = known.reduce((whole, number) => whole + number, 0);
		return [{ column, expected, sum, isComplete: known.length === lineItems.length }];
	});
	// An invoice without tax has only a total, and the amounts of some have the tax in them.
	for (const name of [subTotal, total]) {
		const expected = of(name);
		if (expected === null) continue;
		if (added.some(({ sum }) => isSame(sum, expected, lineItems.length * smallest))) {
			return { holds: true, sentence: `The line items add up to ${name}` };
		}
	}
	for (const { column, expected, sum, isComplete } of added) {
		const should = of(expected);
		if (!isComplete || should === null) continue;
		const sentence = `${column} of the line items adds up to ${shown(sum)}, but ${expected} is ${shown(should)}`;
		return { holds: false, sentence };
	}
	return { sentence: 'The line items were not added up' };
}

function checkProducts({ fields, lineItems, smallest, ofLine }: Invoice): Check {
	const { quantity, unitPrice, amount, amountWithTax, adjustments } = fields;
	const product = `${quantity} × ${unitPrice}`;
	const isAdjusted = (line: IDataObject) =>
		namesIn(adjustments).some((name) => !isBlank(line[name]) && ofLine(line, name) !== 0);
	let count = 0;
	for (const [index, line] of lineItems.entries()) {
		const [pieces, price] = [ofLine(line, quantity), ofLine(line, unitPrice)];
		if (pieces === null || price === null) continue;
		const tolerance = smallest * Math.max(1, Math.abs(pieces) / 2);
		const amounts = [ofLine(line, amount), ofLine(line, amountWithTax)];
		if (amounts.some((each) => each !== null && isSame(pieces * price, each, tolerance))) {
			count++;
			continue;
		}
		if (amounts[0] === null || isAdjusted(line)) continue;
		const is = `is ${shown(pieces * price)}, but ${amount} is ${shown(amounts[0])}`;
		return { holds: false, sentence: `In line item ${index + 1}, ${product} ${is}` };
	}
	if (count === 0) return { sentence: `${product} was not checked` };
	const ofHowMany = `${count} of ${lineItems.length} line item${lineItems.length === 1 ? '' : 's'}`;
	return { holds: true, sentence: `${product} is the amount in ${ofHowMany}` };
}

/** The zeros of the digits that documents print beside 0 to 9: Thai, and of full width. */
const ZEROS = [0x0e50, 0xff10];

/** More characters than a date has in words: Hà Nội, Ngày (Date) 05 tháng (month) 03 năm (year) 2022. */
const LONGEST = 100;

/** The signs of full width: ！ to ～. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FROM_FULL_WIDTH = 0xff01 - 0x21;

/**
 * A value as text in which the same signs look the same: digits from 0 to 9, signs of half width,
 * single blanks. Other signs stay, because they have another meaning: ² is no 2.
 *
 * @returns '' for anything but text and numbers, and for text that is too long for a date or an amount
 */
export function plainValue(value: unknown): string {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	if (typeof value !== 'string' || value.length > LONGEST) return '';
	return value
		.normalize('NFC')
		.replace(/\p{Nd}/gu, westernDigit)
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FROM_FULL_WIDTH))
		.replaceAll('￥', '¥')
		.replaceAll('￦', '₩')
		.replace(/[\s\u200b]+/g, ' ')
		.trim();
}

function westernDigit(digit: string): string {
	const code = digit.codePointAt(0)!;
	const zero = ZEROS.find((each) => code >= each && code < each + 10);
	return zero === undefined ? digit : String(code - zero);
}

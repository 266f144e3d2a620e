/** More characters than a date has in words: Hà Nội, Ngày (Date) 05 tháng (month) 03 năm (year) 2022. */
const LONGEST = 100;

/** ๐ to ๙, and their place among the characters behind that of 0. */
const THAI_DIGITS = /[\u0e50-\u0e59]/g;
const FROM_THAI = 0x0e50 - 0x30;

/** The signs and digits of full width, ！ to ～, and their place behind those of half width. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FROM_FULL_WIDTH = 0xff01 - 0x21;

const movedBy = (places: number) => (sign: string) =>
	String.fromCharCode(sign.charCodeAt(0) - places);

/**
 * A value as text in which the same signs look the same: digits from 0 to 9, signs of half width,
 * single blanks. Other signs stay, because they have another meaning: ² is no 2.
 *
 * @returns '' for anything but text and numbers, for text without a digit, and for text that is too
 * long for a date or an amount
 */
export function plainValue(value: unknown): string {
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	if (typeof value !== 'string' || value.length > LONGEST) return '';
	const text = value
		.replace(THAI_DIGITS, movedBy(FROM_THAI))
		.replace(FULL_WIDTH, movedBy(FROM_FULL_WIDTH));
	if (!/\d/.test(text)) return '';
	return text
		.normalize('NFC')
		.replaceAll('￥', '¥')
		.replaceAll('￦', '₩')
		.replace(/[\s\u200b]+/g, ' ')
		.trim();
}

/** Most text needs no closer look. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Characters that are printed twice as wide as a Latin one: those of East Asia and its signs. */
export const EAST_ASIAN =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;
/** Marks that stand above or below the character before them. */
const MARKS = /\p{Mn}/gu;

/** How wide a text is, in Latin characters. */
export const printedWidth = (text: string): number =>
	PLAIN.test(text)
		? text.length
		: Array.from(text.replace(MARKS, '')).length + (text.match(EAST_ASIAN)?.length ?? 0);

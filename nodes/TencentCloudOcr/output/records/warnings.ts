import { leavesOf } from '../../../shared/output/documents/cells';
import { plainText } from '../../../shared/output/values';

/** The warning that an account gets no warnings: it says nothing about the document. */
const NOT_SWITCHED_ON = '-9109';

/**
 * What the warning codes of cards and documents mean. -9104 is that of a temporary card for IDCardOCR,
 * and that of a tampered one for other actions.
 *
 * Source: the data types of Tencent Cloud OCR; -9100, -9105 and -9106 of IDCardOCR, and those from
 * -9110 on of BankCardOCR.
 */
const WARNINGS: Record<string, string> = {
	'-8101': 'A value is badly formed',
	'-8102': 'Values contradict each other',
	'-9100': 'The card has expired, or its validity is impossible',
	'-9101': 'The document is partly covered or incomplete',
	'-9102': 'The document is a photocopy',
	'-9103': 'The document was photographed from a screen',
	'-9104': 'The document may be tampered with, or is temporary',
	'-9105': 'A frame on the card is covered',
	'-9106': 'The picture was edited',
	'-9107': 'The document reflects light',
	'-9108': 'The picture is blurred',
	[NOT_SWITCHED_ON]: 'Warnings are not switched on for this account',
	'-9110': 'The date on the card is not valid',
	'-9111': 'The border of the card is incomplete',
	'-9112': 'The card reflects light',
	'-9113': 'The card is a photocopy',
	'-9114': 'The card was photographed from a screen',
};

/** A verdict on a document. */
export interface Verdict {
	/** Whether there is no warning; null if the account gets none. */
	valid: boolean | null;
	/** The warnings as text, each with its code; null if there are none. */
	warnings: string | null;
}

/** The verdict in lists of warning codes, such as `WarnCardInfos`. */
export function verdictOf(lists: unknown): Verdict {
	const codes = leavesOf([lists]).map(plainText);
	const warnings = [...new Set(codes)].filter((code) => code !== '' && code !== '0');
	const found = warnings.filter((code) => code !== NOT_SWITCHED_ON);
	const isUnknown = found.length === 0 && warnings.length > 0;
	return {
		valid: isUnknown ? null : found.length === 0,
		warnings: warnings.map(textOf).join('; ') || null,
	};
}

const textOf = (code: string): string =>
	Object.hasOwn(WARNINGS, code) ? `${WARNINGS[code]} (${code})` : `Warning ${code}`;

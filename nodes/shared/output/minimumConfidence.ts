import { lineOfWords } from './lineOfWords';
import type { TextLine, TextPage, TextWord } from './textPage';

/** What is left of pages, and how many words are left out, by page number. */
export interface ConfidentPages {
	pages: TextPage[];
	belowConfidence: Map<number, number>;
}

/**
 * Leaves out the lines and words whose confidence is below a minimum. A confidence that is equal to
 * it or unknown (null) is not below.
 *
 * - A line is left out with all its words if its own confidence is below. A line that is made of
 *   words (`isOfWords`) has none of its own.
 * - If a word of another line is left out, the line's text lacks it. If all its words are left out,
 *   the line is.
 * - A line that is made of words is then made of the remaining ones, with their confidence, box and
 *   corners. Any other line keeps those that the provider sent.
 * - If the words of a line do not occur in its text in this order, nobody knows what to cut: the
 *   text and all the words stay.
 *
 * `belowConfidence` is always a number of words, and includes those of lines that are left out. A
 * number of lines would not tell that a line lacks a word. So 0 means that nothing is missing, and
 * the number of a document is the same for each output.
 *
 * @param minimum 0..1
 */
export function withMinimumConfidence(pages: TextPage[], minimum: number): ConfidentPages {
	const belowConfidence = new Map<number, number>();
	const kept = pages.map((page) => {
		const lines = page.lines.flatMap((line) => keptLine(line, minimum) ?? []);
		belowConfidence.set(page.page, wordsIn(page.lines) - wordsIn(lines));
		return { ...page, lines };
	});
	return { pages: kept, belowConfidence };
}

const wordsIn = (lines: TextLine[]): number =>
	lines.reduce((sum, { words }) => sum + words.length, 0);

/** What is left of a line; undefined for nothing. */
function keptLine(line: TextLine, minimum: number): TextLine | undefined {
	const isKept = ({ confidence }: TextWord) => confidence === null || confidence >= minimum;
	if (!line.isOfWords && !isKept(line)) return undefined;
	if (line.words.every(isKept)) return line;
	const words = line.words.filter(isKept);
	if (line.isOfWords) return words.length > 0 ? lineOfWords(words, line.block) : undefined;
	const text = textOfKept(line, isKept);
	if (text === undefined) return line;
	return words.length > 0 ? { ...line, text, words } : undefined;
}

/**
 * A line's text without some of its words, and without the white space beside them: one of two
 * blanks stays. Text between words that belongs to none of them stays as well, such as a comma.
 *
 * @returns undefined if the words do not occur in the text in their order
 */
function textOfKept(
	{ text, words }: TextLine,
	isKept: (word: TextWord) => boolean,
): string | undefined {
	const parts: string[] = [];
	let end = 0;
	// Whether a blank stands before the next part, or nothing does.
	let isParted = true;
	const addBetween = (between: string) => {
		const part = isParted ? between.trimStart() : between;
		parts.push(part);
		if (part !== '') isParted = part.trimEnd() !== part;
	};
	for (const word of words) {
		const start = text.indexOf(word.text, end);
		if (start === -1) return undefined;
		addBetween(text.slice(end, start));
		end = start + word.text.length;
		if (!isKept(word)) continue;
		parts.push(word.text);
		isParted = false;
	}
	addBetween(text.slice(end));
	return parts.join('').trim();
}

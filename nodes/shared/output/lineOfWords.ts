import type { Point } from './box';
import { boxOfBoxes } from './box';
import { meanConfidence } from './meanConfidence';
import type { TextLine, TextWord } from './textPage';

/** The line that contains the words, for providers that send only words. */
export function lineOfWords(words: TextWord[], block: number): TextLine {
	const { left, top, right, bottom } = boxOfBoxes(words);
	const text = words.map((word) => word.text).join(' ');
	const confidence = meanConfidence(words);
	const corners = cornersOf(words);
	return { text, confidence, left, top, right, bottom, corners, block, words, isOfWords: true };
}

/** A line begins with the left corners of its first word, and ends with the right ones of its last. */
function cornersOf(words: TextWord[]): Point[] | undefined {
	const first = words[0]?.corners;
	const last = words.at(-1)?.corners;
	return first?.length === 4 && last?.length === 4
		? [first[0], last[1], last[2], first[3]]
		: undefined;
}

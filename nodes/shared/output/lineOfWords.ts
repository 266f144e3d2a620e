import { boxOfBoxes } from './box';
import { meanConfidence } from './meanConfidence';
import type { TextLine, TextWord } from './textPage';

/** The line that contains the words, for providers that send only words. */
export function lineOfWords(words: TextWord[], block: number): TextLine {
	const { left, top, right, bottom } = boxOfBoxes(words);
	const text = words.map((word) => word.text).join(' ');
	const confidence = meanConfidence(words);
	return { text, confidence, left, top, right, bottom, block, words };
}

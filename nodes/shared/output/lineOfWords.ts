import { boxOfBoxes } from './box';
import { meanConfidence } from './meanConfidence';
import type { TextLine, TextWord } from './textItems';

/** The line that words stand in, for providers that give words only. */
export function lineOfWords(words: TextWord[], block: number): TextLine {
	const { left, top, right, bottom } = boxOfBoxes(words);
	const text = words.map((word) => word.text).join(' ');
	const confidence = meanConfidence(words);
	return { text, confidence, left, top, right, bottom, block, words };
}

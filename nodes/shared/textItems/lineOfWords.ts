import { boxOfBoxes } from './box';
import { mean } from './mean';
import type { TextLine, TextWord } from './textItems';

/** The line that words stand in, for providers that give words only. */
export function lineOfWords(words: TextWord[], block: number): TextLine {
	const { left, top, right, bottom } = boxOfBoxes(words);
	const text = words.map((word) => word.text).join(' ');
	const confidence = mean(words.map((word) => word.confidence));
	return { text, confidence, left, top, right, bottom, block, words };
}

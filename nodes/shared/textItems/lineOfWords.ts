import { boxAround } from './box';
import { mean } from './mean';
import type { TextLine, TextWord } from './textItems';

/** The line that words stand in, for providers that give words only. */
export const lineOfWords = (words: TextWord[], block: number): TextLine => ({
	text: words.map(({ text }) => text).join(' '),
	confidence: mean(words.map(({ confidence }) => confidence)),
	...boxAround(
		words.flatMap(({ left, top, right, bottom }) => [
			{ x: left, y: top },
			{ x: right, y: bottom },
		]),
	),
	block,
	words,
});

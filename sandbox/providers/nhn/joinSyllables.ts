import type { Word } from 'tesseract.js';
import { around } from '../../ocr/corners';

/** Parts of Tesseract's `Word`. */
export type JoinedWord = Pick<Word, 'text' | 'confidence' | 'bbox'>;

/** Widest gap inside a word, as a part of the lower word's height; blanks are wider. */
const widestGap = 0.3;

/**
 * Makes Korean words whole: those that Tesseract does not know it gives syllable by syllable.
 *
 * @param words of one line
 */
export function joinSyllables(words: JoinedWord[]): JoinedWord[] {
	const joined: JoinedWord[] = [];
	words.forEach((word, index) => {
		if (index > 0 && belong(words[index - 1], word)) joined.push(join(joined.pop()!, word));
		else joined.push(word);
	});
	return joined;
}

function belong(one: JoinedWord, next: JoinedWord): boolean {
	const isKorean = /\p{Script=Hangul}$/u.test(one.text) && /^\p{Script=Hangul}/u.test(next.text);
	const height = Math.min(one.bbox.y1 - one.bbox.y0, next.bbox.y1 - next.bbox.y0);
	return isKorean && next.bbox.x0 - one.bbox.x1 < widestGap * height;
}

function join(one: JoinedWord, next: JoinedWord): JoinedWord {
	return {
		text: one.text + next.text,
		confidence: Math.min(one.confidence, next.confidence),
		bbox: around(one.bbox, next.bbox),
	};
}

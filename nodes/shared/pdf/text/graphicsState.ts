import type { Codes } from './codes';
import { IDENTITY, type Matrix } from './matrix';
import type { Operand } from './operations';

/** What of the graphics state matters for text and images. Source: ISO 32000-1, 8.4, 9.3. */
export interface State {
	matrix: Matrix;
	font?: Codes;
	/** The text rendering mode. */
	mode: number;
	leading: number;
	/** Whether text is filled in white. */
	isWhite: boolean;
}

export const START: State = { matrix: IDENTITY, mode: 0, leading: 0, isWhite: false };

/** From here on, light is white. */
const WHITE = 0.99;

/**
 * Whether a color is white. Of one component that is not gray, nobody knows.
 *
 * Source: ISO 32000-1, 8.6.8 "Colour Operators".
 *
 * @param operator that sets the color for filling
 */
export function isWhite(operator: string, operands: Operand[]): boolean {
	const numbers = numbersIn(operands);
	if (numbers.length === 4) return numbers.every((ink) => ink <= 1 - WHITE);
	const isLight = numbers.length === 3 || operator === 'g';
	return isLight && numbers.every((light) => light >= WHITE);
}

export const numbersIn = (operands: Operand[]): number[] =>
	operands.filter((operand) => typeof operand === 'number');

import type { Value } from '../syntax/values';
import { textOf } from '../syntax/values';

/** The six numbers `a b c d e f` that map a point (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle along the axes. */
export interface Box {
	left: number;
	bottom: number;
	right: number;
	top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Maps by the first matrix, then by the second one.
 *
 * Source: ISO 32000-1, 8.3.4 "Transformation Matrices".
 */
export const multiplied = (first: Matrix, second: Matrix): Matrix => [
	first[0] * second[0] + first[1] * second[2],
	first[0] * second[1] + first[1] * second[3],
	first[2] * second[0] + first[3] * second[2],
	first[2] * second[1] + first[3] * second[3],
	first[4] * second[0] + first[5] * second[2] + second[4],
	first[4] * second[1] + first[5] * second[3] + second[5],
];

/** Six numbers as a matrix; undefined if they are not six finite numbers. */
export function matrixOf(numbers: unknown[]): Matrix | undefined {
	const isMatrix = numbers.length === 6 && numbers.every(Number.isFinite);
	return isMatrix ? (numbers as unknown as Matrix) : undefined;
}

/** The numbers of an array; undefined if the value is none, or holds anything else. */
export function numbersOf(value: Value | undefined): number[] | undefined {
	if (value?.kind !== 'array') return undefined;
	const numbers = value.items.map((item) => (item.kind === 'number' ? Number(textOf(item)) : NaN));
	return numbers.every(Number.isFinite) ? numbers : undefined;
}

import type { TextPage } from '../textPage';
import { isInOrder } from './inOrder';
import { levelPage } from './levelPage';
import type { Piece, PlacedPiece } from './pieces';
import { isPlaced } from './pieces';
import { COLUMN_ROWS, isMostly, isProse, isRightToLeft, runsOn } from './prose';
import type { Region } from './regions';
import {
	bandsOf,
	blocksOf,
	byRow,
	gapBetween,
	guttersOf,
	narrow,
	regionOf,
	rowsIn,
} from './regions';

/** Columns inside of columns. */
const DEEPEST = 6;
/** So many bands that are none may stand in a column, such as short lines and headings. */
const MOST_OTHERS = 3;
/** Looking for columns in a form takes long, as each of its rows may be the first one of them. */
const MOST_TRIES = 10;
/** What follows a column is still of it when it stands closer than this, in heights of print. */
const CLOSE = 0.8;

interface Columns {
	sides: Region[][];
	/** How many bands they take. */
	bands: number;
}

/**
 * The page with its lines in reading order. Blocks stay together, columns are read one after the
 * other, and lines without a place follow their predecessor. A page in a sensible order stays as it
 * is, and one from right to left does in any case.
 */
export function readingOrder(page: TextPage): TextPage {
	if (isInOrder(page.lines) || isRightToLeft(page.lines)) return page;
	const { pieces, size } = levelPage(page.lines, false);
	return { ...page, lines: piecesInOrder(pieces, size).map(({ line }) => page.lines[line]) };
}

/** The pieces of a page, or of a part of one, in reading order. */
export function piecesInOrder(pieces: Piece[], size: number): Piece[] {
	const blocks = cut(blocksOf(pieces.filter(isPlaced)).map(regionOf), size);
	const linesIn = (block: Region) =>
		cut(
			block.pieces.map((piece) => regionOf([piece])),
			size,
		);
	const order = linesOf(blocks.flatMap(linesIn));
	return withStrays(order, pieces);
}

/** XY-cut: regions in reading order, columns first. What is in no column is read row by row. */
function cut(regions: Region[], size: number, depth = 0): Region[] {
	if (regions.length < 2 || depth === DEEPEST) return byRow(regions);
	const bands = bandsOf(regions, size);
	const order: Region[][] = [];
	const tries = { left: MOST_TRIES };
	for (let index = 0; index < bands.length;) {
		const columns = columnsFrom(bands, index, size, tries);
		if (columns) order.push(...columns.sides.map((side) => cut(side, size, depth + 1)));
		else order.push(byRow(bands[index]));
		index += columns?.bands ?? 1;
	}
	return order.flat();
}

/** The two columns that begin in a band: as many bands as share a gutter. */
function columnsFrom(
	bands: Region[][],
	first: number,
	size: number,
	tries: { left: number },
): Columns | undefined {
	for (let gutter of guttersOf(bands[first], size)) {
		if (tries.left === 0) break;
		const sidesOf = (band: Region[]) => [
			band.filter(({ left }) => left < gutter.to),
			band.filter(({ left }) => left >= gutter.to),
		];
		const kindOf = (band: Region[]) => {
			const sides = sidesOf(band);
			if (sides.every(isProseColumn)) return 'prose';
			return sides.every(isBlockColumn) ? 'blocks' : 'other';
		};
		const kind = kindOf(bands[first]);
		if (kind === 'other') continue;
		let end = first;
		let rows = 0;
		for (let index = first; index < bands.length && index - end <= MOST_OTHERS; index++) {
			const band = bands[index];
			const rest = narrow(gutter, band, size);
			if (!rest) break;
			gutter = rest;
			const isColumn = kindOf(band) !== 'other';
			if (isColumn) rows += Math.min(...sidesOf(band).map(rowsIn));
			const isMore = kind === 'prose' && sidesOf(band).some(isProseColumn);
			const isNext = () => index === end && gapBetween(bands[index - 1], band) < CLOSE * size;
			if (isColumn || isMore || isNext()) end = index + 1;
		}
		const sides = sidesOf(bands.slice(first, end).flat());
		if (kind === 'blocks' || (rows >= COLUMN_ROWS && sides.every(isColumnOfProse)))
			return { sides, bands: end - first };
		tries.left--;
	}
	return undefined;
}

/** Whether most of the lines of one side are prose. */
const isProseColumn = (side: Region[]): boolean =>
	isMostly(linesOf(side), ({ text }) => isProse(text));

/** Whether the prose of one side runs on from line to line: labels and addresses are read by row. */
function isColumnOfProse(side: Region[]): boolean {
	const lines = linesOf(side).filter(({ text }) => isProse(text));
	const left = lines.reduce((least, { place }) => Math.min(least, place.left), Infinity);
	const right = lines.reduce((most, { place }) => Math.max(most, place.right), -Infinity);
	return runsOn(
		lines.map(({ text, place }) => ({ text, width: (place.right - left) / (right - left) })),
	);
}

const linesOf = (side: Region[]): PlacedPiece[] =>
	side.length === 1 ? side[0].pieces : side.flatMap(({ pieces }) => pieces);

/** Whether most of one side stands in blocks of several rows: their lines are no cells of a table. */
function isBlockColumn(side: Region[]): boolean {
	const sum = (regions: Region[]) =>
		regions.reduce((total, { pieces }) => total + pieces.length, 0);
	const blocks = side.filter((region) => region.pieces.length > 1 && rowsIn([region]) > 1);
	return 2 * sum(blocks) > sum(side);
}

/** Puts the pieces without a place after their predecessors. */
function withStrays(order: PlacedPiece[], pieces: Piece[]): Piece[] {
	const strays = new Map<Piece | undefined, Piece[]>();
	let predecessor: Piece | undefined;
	for (const piece of pieces) {
		if (isPlaced(piece)) predecessor = piece;
		else if (strays.has(predecessor)) strays.get(predecessor)!.push(piece);
		else strays.set(predecessor, [piece]);
	}
	const after = (piece?: Piece) => strays.get(piece) ?? [];
	return [...after(), ...order.flatMap((piece) => [piece, ...after(piece)])];
}

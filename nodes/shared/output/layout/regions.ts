import type { PlacedPiece } from './pieces';

/** The narrowest blank between two columns of text, in heights of print. */
const GUTTER = 0.5;
/** So many gutters of a band are tried. */
const MOST_GUTTERS = 4;
/** Print in boxes that are drawn too high still has a blank above it, in heights of print. */
const SLACK = 0.25;

/** Pieces that stay together, and the rectangle around them: a block, or a line of one. */
export interface Region {
	pieces: PlacedPiece[];
	left: number;
	right: number;
	top: number;
	bottom: number;
}

export interface Gutter {
	from: number;
	to: number;
}

export function regionOf(pieces: PlacedPiece[]): Region {
	const region = { pieces, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
	for (const { place } of pieces) {
		region.left = Math.min(region.left, place.left);
		region.right = Math.max(region.right, place.right);
		region.top = Math.min(region.top, place.middle - place.height / 2);
		region.bottom = Math.max(region.bottom, place.middle + place.height / 2);
	}
	return region;
}

/** The blocks of the provider. */
export function blocksOf(pieces: PlacedPiece[]): PlacedPiece[][] {
	const blocks = new Map<number, PlacedPiece[]>();
	for (const piece of pieces) {
		const block = blocks.get(piece.block);
		if (block) block.push(piece);
		else blocks.set(piece.block, [piece]);
	}
	return [...blocks.values()];
}

/** Regions by their first row, and from left to right. */
export function byRow(regions: Region[]): Region[] {
	const keys = new Map(regions.map((region) => [region, firstRow(region)]));
	return regions.toSorted(
		(one, other) => keys.get(one)! - keys.get(other)! || one.left - other.left,
	);
}

const firstRow = ({ pieces }: Region): number =>
	pieces.reduce((first, { place }) => Math.min(first, place.row), Infinity);

export const rowsIn = (regions: Region[]): number =>
	new Set(regions.flatMap(({ pieces }) => pieces.map(({ place }) => place.row))).size;

/** What the blanks of the horizontal projection profile part, from top to bottom. */
export function bandsOf(regions: Region[], size: number): Region[][] {
	const bands: Region[][] = [];
	let end = -Infinity;
	for (const region of regions.toSorted((one, other) => one.top - other.top)) {
		if (region.top >= end - SLACK * size) bands.push([]);
		bands.at(-1)!.push(region);
		end = Math.max(end, region.bottom);
	}
	return bands;
}

export const gapBetween = (above: Region[], below: Region[]): number =>
	regionOf(below.flatMap(({ pieces }) => pieces)).top -
	regionOf(above.flatMap(({ pieces }) => pieces)).bottom;

/** The blanks of the vertical projection profile, the widest ones first. */
export function guttersOf(regions: Region[], size: number): Gutter[] {
	const gutters: Gutter[] = [];
	let from = Infinity;
	for (const { left, right } of regions.toSorted((one, other) => one.left - other.left)) {
		if (left - from >= GUTTER * size) gutters.push({ from, to: left });
		from = Math.max(from === Infinity ? right : from, right);
	}
	const width = ({ from, to }: Gutter) => to - from;
	return gutters.sort((one, other) => width(other) - width(one)).slice(0, MOST_GUTTERS);
}

/** What a further band leaves of a gutter; nothing when a region crosses it. */
export function narrow({ from, to }: Gutter, regions: Region[], size: number): Gutter | undefined {
	const rest = { from, to };
	for (const { left, right } of regions) {
		if (right <= from || left >= to) continue;
		if (left + right < from + to) rest.from = Math.max(rest.from, right);
		else rest.to = Math.min(rest.to, left);
	}
	return rest.to - rest.from >= GUTTER * size ? rest : undefined;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { linesOf } from '../../../../nodes/TencentCloudOcr/output/text';
import type { TextPage } from '../../../../nodes/shared/output/textPage';
import type { Reading } from '../print';
import { cameraOf, generator, keyOf } from '../print';
import type { ReadingName, ReadPiece } from './receipt';

/** What the sandbox's Tencent Cloud sends of a receipt, sorted by height. */
export const readReceipt = (name: ReadingName): ReadPiece[] =>
	readFileSync(join(__dirname, `${name}.jsonl`), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as ReadPiece);

/**
 * The printed rows with something at the left edge and at the right one, as they were read: an item and
 * its price, and rarely more pieces.
 */
export function pairsOf(pieces: ReadPiece[]): string[][] {
	const rows = [...new Set(pieces.map(({ row }) => row))].sort((one, other) => one - other);
	const textsIn = (row: number) =>
		pieces
			.filter((piece) => piece.row === row)
			.sort((one, other) => one.ItemPolygon.X - other.ItemPolygon.X)
			.map(({ DetectedText }) => DetectedText);
	return rows.map(textsIn).filter((texts) => texts.length > 1);
}

/** The page of a receipt whose boxes are turned and sorted. */
export function pageOfReceipt(pieces: ReadPiece[], view: Reading): TextPage {
	const corners = pieces.flatMap(({ Polygon }) => Polygon);
	const camera = cameraOf(
		{
			width: Math.max(...corners.map(({ X }) => X)),
			height: Math.max(...corners.map(({ Y }) => Y)),
		},
		view,
	);
	const random = generator(7);
	const turned = pieces.map(({ Polygon, ...detection }) => {
		const polygon = Polygon.map(({ X, Y }) => {
			const [x, y] = camera(X, Y);
			return { X: Math.round(x), Y: Math.round(y) };
		});
		const top = Math.min(...polygon.map(({ Y }) => Y));
		const key = keyOf(detection.ItemPolygon.X, top, view.order, random);
		return { key, detection: { ...detection, Polygon: polygon } };
	});
	turned.sort((one, other) => one.key - other.key);
	const TextDetections = turned.map(({ detection }) => detection);
	return { page: 1, lines: linesOf({ Response: { TextDetections } }) };
}

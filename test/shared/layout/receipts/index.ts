import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { linesOf } from '../../../../nodes/TencentCloudOcr/output';
import type { TextPage } from '../../../../nodes/shared/output/textPage';
import type { TextDetection } from '../../../../sandbox/providers/tencent/textDetections';
import { longReceiptRows } from '../../../../sandbox/samples/longReceipt';
import type { Row } from '../../../../sandbox/samples/receiptRows';
import { receiptRows } from '../../../../sandbox/samples/receiptRows';
import type { Reading } from '../print';
import { cameraOf, generator, keyOf } from '../print';

/** A sample of the sandbox, as Tesseract reads it and the sandbox's Tencent Cloud cuts it. */
export interface Receipt {
	detections: TextDetection[];
	/** What stands at the left and at the right edge of one row. */
	pairs: Array<[item: string, price: string]>;
}

/** What Tesseract takes for something else. */
const MISREAD: Record<string, string> = { 'Orange juice 1 l': 'Orange juice 1 |' };

export const receipts = {
	'receipt.jpg': receiptOf('receipt.jpg', receiptRows),
	'long_receipt.png': receiptOf('long_receipt.png', longReceiptRows),
};

function receiptOf(sample: string, rows: Row[]): Receipt {
	const lines = readFileSync(join(__dirname, `${sample}.jsonl`), 'utf8')
		.trim()
		.split('\n');
	return {
		detections: lines.map((line) => JSON.parse(line) as TextDetection),
		pairs: rows.flatMap(([left, right]) =>
			right === undefined ? [] : [[MISREAD[left] ?? left, right]],
		),
	};
}

/** The page of a receipt that lies askew before the camera. */
export function pageOfReceipt({ detections }: Receipt, view: Reading): TextPage {
	const corners = detections.flatMap(({ Polygon }) => Polygon);
	const camera = cameraOf(
		{
			width: Math.max(...corners.map(({ X }) => X)),
			height: Math.max(...corners.map(({ Y }) => Y)),
		},
		view,
	);
	const random = generator(7);
	const seen = detections.map((detection) => {
		const Polygon = detection.Polygon.map(({ X, Y }) => {
			const [x, y] = camera(X, Y).map(Math.round);
			return { X: x, Y: y };
		});
		const top = Math.min(...Polygon.map(({ Y }) => Y));
		const key = keyOf(detection.ItemPolygon.X, top, view.order, random);
		return { key, detection: { ...detection, Polygon } };
	});
	seen.sort((one, other) => one.key - other.key);
	const TextDetections = seen.map(({ detection }) => detection);
	return { page: 1, lines: linesOf({ Response: { TextDetections } }) };
}

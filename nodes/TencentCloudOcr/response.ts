import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { Failure } from '../shared/requestEngine/failure';
import { retryAfter } from '../shared/requestEngine/retryAfter';
import type { Box } from '../shared/textItems/box';
import { boxAround, NO_BOX } from '../shared/textItems/box';
import type { TextLine, TextWord } from '../shared/textItems/textItems';
import { knownError } from './errors';

interface Coord {
	X?: number;
	Y?: number;
}

/** A line of text, as "Data Types > TextDetection" of Tencent Cloud OCR has it. */
interface TextDetection {
	DetectedText?: string;
	/** 0..100 */
	Confidence?: number;
	Polygon?: Coord[] | null;
	/** Rotation-corrected, in pixels. */
	ItemPolygon?: { X: number; Y: number; Width: number; Height: number } | null;
	/** JSON text such as `{"Parag":{"ParagNo":1}}`. */
	AdvancedInfo?: string;
	Words?: Array<{ Character?: string; Confidence?: number }> | null;
	WordCoordPoint?: Array<{ WordCoordinate?: Coord[] | null }> | null;
}

interface ResponseBody {
	Response?: {
		TextDetections?: TextDetection[] | null;
		RequestId?: string;
		Error?: { Code?: string; Message?: string };
	};
}

/** An empty list means the same as this error. */
const NO_TEXT = { Code: 'FailedOperation.ImageNoText', Message: 'No text is detected.' };

/**
 * Lets an answer with text pass; Tencent Cloud reports errors with HTTP status 200.
 *
 * @throws Failure with the sentence of the error code
 */
export async function checkResponse(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	{ body, headers }: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const response = (body as ResponseBody | null)?.Response;
	if (!response || !isList(response.TextDetections)) {
		throw new Failure(
			'item',
			'The answer is not one of Tencent Cloud: check the endpoint in the credential',
			{ body, description: typeof body === 'string' ? body.slice(0, 200) : undefined },
		);
	}
	const { Error: error, RequestId: requestId, TextDetections: detections } = response;
	if (!error && detections?.length) return items;

	const { Code: code = 'unknown code', Message: message = '' } = error ?? NO_TEXT;
	const [kind, sentence] = knownError(code);
	throw new Failure(kind, `${sentence} (${code})`, {
		body,
		description: `Tencent Cloud says: ${message} Request ID: ${requestId}`,
		retryAfter: retryAfter(headers as IDataObject),
	});
}

const isList = (value: unknown) => value === undefined || value === null || Array.isArray(value);

/** The lines of a GeneralAccurateOCR answer; none for an image without text. */
export function linesOf(body: IDataObject): TextLine[] {
	const { Response: response } = body as ResponseBody;
	return (response?.TextDetections ?? []).filter(Boolean).map((detection) => {
		const line = {
			text: detection.DetectedText ?? '',
			confidence: fraction(detection.Confidence),
			...lineBox(detection),
		};
		return { ...line, block: paragraph(detection.AdvancedInfo), words: words(detection, line) };
	});
}

function words({ Words, WordCoordPoint }: TextDetection, line: TextWord): TextWord[] {
	if (Words?.length) {
		return Words.map((word, index) => ({
			text: word?.Character ?? '',
			confidence: fraction(word?.Confidence),
			...polygonBox(WordCoordPoint?.[index]?.WordCoordinate),
		}));
	}
	// The international model may leave its words out; where they stand is not known then.
	return line.text
		.split(/\s+/)
		.filter(Boolean)
		.map((text) => ({ text, confidence: line.confidence, ...NO_BOX }));
}

const fraction = (confidence?: number | null) =>
	typeof confidence === 'number' ? confidence / 100 : null;

const polygonBox = (polygon: Coord[] | null = []): Box =>
	boxAround((polygon ?? []).map(({ X, Y }) => ({ x: X, y: Y })));

function lineBox({ Polygon, ItemPolygon }: TextDetection): Box {
	if (Polygon?.length || !ItemPolygon) return polygonBox(Polygon);
	const { X, Y, Width, Height } = ItemPolygon;
	return { left: X, top: Y, right: X + Width, bottom: Y + Height };
}

/** The number of a line's paragraph; 1 where the answer has none. */
function paragraph(advancedInfo?: string): number {
	const [, number] = /"ParagNo"\s*:\s*(\d+)/.exec(advancedInfo ?? '') ?? [];
	return number === undefined ? 1 : Number(number);
}

import type {
	IDataObject,
	IExecuteSingleFunctions,
	IN8nHttpFullResponse,
	INodeExecutionData,
} from 'n8n-workflow';

import { Failure } from '../shared/requestEngine/failure';
import { foreignAnswer } from '../shared/requestEngine/foreignAnswer';
import { retryAfter } from '../shared/requestEngine/retryAfter';
import { statusFailure } from '../shared/requestEngine/statusFailure';
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
 * @throws Failure with the sentence of the error code, or of the HTTP status
 */
export async function checkResponse(
	this: IExecuteSingleFunctions,
	items: INodeExecutionData[],
	response: IN8nHttpFullResponse,
): Promise<INodeExecutionData[]> {
	const body = response.body as ResponseBody | null;
	const { Error: error, RequestId, TextDetections: detections } = body?.Response ?? {};
	if (!error && response.statusCode >= 300) throw statusFailure(response);
	if (!isObject(body?.Response) || !Array.isArray(detections ?? [])) {
		throw foreignAnswer(response, 'Tencent Cloud');
	}
	if (!error && detections?.length) return items;

	const { Code = 'unknown code', Message = '' } = error ?? NO_TEXT;
	const [kind, sentence] = knownError(String(Code));
	throw new Failure(kind, `${sentence} (${Code})`, {
		body: response.body as IDataObject,
		answer: { Code, Message, ...(RequestId && { RequestId }) },
		description: `Tencent Cloud says: ${Message}${RequestId ? ` Request ID: ${RequestId}` : ''}`,
		retryAfter: retryAfter(response.headers as IDataObject),
	});
}

/** The lines of a GeneralAccurateOCR answer; none for an image without text. */
export function linesOf(body: IDataObject): TextLine[] {
	const { Response: response } = body as ResponseBody;
	return objects(response?.TextDetections).map((detection) => {
		const line = {
			text: String(detection.DetectedText ?? ''),
			confidence: fraction(detection.Confidence),
			...lineBox(detection),
		};
		return { ...line, block: paragraph(detection.AdvancedInfo), words: words(detection, line) };
	});
}

function words({ Words, WordCoordPoint }: TextDetection, line: TextWord): TextWord[] {
	if (Array.isArray(Words) && Words.length) {
		return Words.map((word, index) => ({
			text: String(word?.Character ?? ''),
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

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list, as far as it is one. */
const objects = <T extends object>(list: T[] | null | undefined): T[] =>
	Array.isArray(list) ? list.filter(isObject) : [];

function polygonBox(polygon?: Coord[] | null): Box {
	const corners = objects(polygon);
	return boxAround(
		corners.map(({ X }) => X),
		corners.map(({ Y }) => Y),
	);
}

function lineBox({ Polygon, ItemPolygon }: TextDetection): Box {
	const box = polygonBox(Polygon);
	if (box !== NO_BOX || !ItemPolygon) return box;
	const { X, Y, Width, Height } = ItemPolygon;
	return boxAround([X, X + Width], [Y, Y + Height]);
}

/** The number of a line's paragraph; 1 where the answer has none. */
function paragraph(advancedInfo?: string): number {
	const [, number] = /"ParagNo"\s*:\s*(\d+)/.exec(advancedInfo ?? '') ?? [];
	return number === undefined ? 1 : Number(number);
}

/** What the stand-in of a provider says. */
export interface Answers {
	/** The answer to a document: its lines of text. */
	success: (lines: string[]) => object;
	/** How the provider itself refuses a request that came too soon. */
	throttled: { status: number; body: string };
	/** Answers with HTTP status 200 that have nothing where it belongs. */
	wrongShapes: string[];
	/** One of these that holds a text. */
	wrongShapeWith: (text: string) => object;
}

/** So deep that a function that calls itself for each level runs out of stack. */
const DEPTH = 50_000;
const deep = `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`;

/** Wrong for every provider. */
const ODD = [
	'[]',
	'null',
	'"text"',
	'42',
	'{}',
	'[{}]',
	'{"message":{"text":[]}}',
	'{"data":',
	deep,
];

const asText = (shapes: unknown[]): string[] => shapes.map((shape) => JSON.stringify(shape));

const corners = [
	{ X: 1, Y: 2 },
	{ X: 30, Y: 2 },
	{ X: 30, Y: 12 },
	{ X: 1, Y: 12 },
];

const header = (resultCode: number) => ({
	isSuccessful: resultCode === 0,
	resultCode,
	resultMessage: resultCode === 0 ? 'SUCCESS' : 'Too many calls',
});

export const ANSWERS = {
	computerVisionVietnam: {
		success: (lines) => ({
			data: [[lines.map((text) => [{ text, confidence: 0.9, box: { left: 1, top: 2 } }])]],
			errorCode: '0',
			errorMessage: 'Success',
		}),
		// It documents no code for this.
		throttled: { status: 429, body: '' },
		wrongShapes: [
			...ODD,
			...asText([
				{ errorCode: '0' },
				{ errorCode: '0', data: 'text' },
				{ errorCode: '0', data: { words: [{ value: 'text' }] } },
				{ errorCode: {}, errorMessage: [] },
				{ errorCode: '77', errorMessage: { reason: 'unknown' } },
				{ errorCode: null, data: [] },
			]),
			`{"errorCode":"0","data":${deep}}`,
		],
		wrongShapeWith: (text) => ({ errorCode: '0', data: text }),
	},
	nhn: {
		success: (lines) => ({
			header: header(0),
			result: {
				fileType: 'png',
				listOfInferTexts: lines.map((value) => ({ inferTexts: [{ value, conf: 0.9 }] })),
				listOfBoundingBoxes: lines.map(() => ({ boundingBoxes: [{ x1: 1, y1: 2 }] })),
			},
		}),
		throttled: { status: 200, body: JSON.stringify({ header: header(4000006) }) },
		wrongShapes: [
			...ODD,
			...asText([
				{ header: [] },
				{ header: {} },
				{ header: { isSuccessful: 'false', resultCode: {}, resultMessage: [] } },
				{ header: { isSuccessful: false, resultCode: 777, resultMessage: { reason: 'unknown' } } },
				{ header: header(0), result: 'text' },
				{ header: header(0), result: { listOfInferTexts: 'text' } },
				{ header: header(0), result: { words: [{ text: 'text' }] } },
			]),
			`{"header":{"isSuccessful":true,"resultCode":0},"result":{"listOfInferTexts":${deep}}}`,
		],
		wrongShapeWith: (text) => ({ header: header(0), result: text }),
	},
	tencent: {
		success: (lines) => ({
			Response: {
				TextDetections: lines.map((DetectedText) => ({
					DetectedText,
					Confidence: 90,
					Polygon: corners,
				})),
				RequestId: 'stand-in',
			},
		}),
		throttled: {
			status: 200,
			body: JSON.stringify({
				Response: { Error: { Code: 'RequestLimitExceeded', Message: 'Too many' }, RequestId: '' },
			}),
		},
		wrongShapes: [
			...ODD,
			...asText([
				{ Response: null },
				{ Response: [] },
				{ Response: 'text' },
				{ Response: { Error: 'text' } },
				{ Response: { Error: { Code: {}, Message: [] } } },
				{ Response: { Error: { Code: 7, Message: { reason: 'unknown' } }, RequestId: {} } },
				{ Response: { TextDetections: 'text' } },
				{ Response: { TextDetections: [{ DetectedText: { value: 'text' } }] } },
				{ Response: { Words: [{ text: 'text' }] } },
			]),
			`{"Response":{"TextDetections":${deep}}}`,
		],
		wrongShapeWith: (text) => ({ Response: { Words: text } }),
	},
} satisfies Record<string, Answers>;

export type ProviderName = keyof typeof ANSWERS;

/** The lines of text in a document, by its number. */
export const linesOf = (document: number): string[] =>
	Array.from({ length: 1 + (document % 3) }, (_, line) => `document ${document} line ${line}`);

/** The beginning of a file, which names its document. */
export const fileStart = (document: number): Buffer =>
	Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`document-${document}-`)]);

/** The address of an image, which names its document. */
export const addressOf = (document: number) => `https://example.com/document-${document}-.png`;

/** The number of the document in what has come of a request; undefined if that has not come yet. */
export function documentIn(path: string, start: Buffer): number | undefined {
	const text = `${path} ${start.toString('latin1')}`;
	const [, base64] = /"ImageBase64":"([\w+/]{40})/.exec(text) ?? [];
	const all = `${text} ${Buffer.from(base64 ?? '', 'base64').toString('latin1')}`;
	const [, number] = /document-(\d+)-/.exec(all) ?? [];
	return number === undefined ? undefined : Number(number);
}

/** 60 MB of text. */
export const LARGE = 'x'.repeat(60 * 1024 * 1024);

/** An answer that is 60 MB longer than it need be. */
export const withLargeGap = (answer: object): string =>
	JSON.stringify(answer).replace(/\}$/, `${' '.repeat(LARGE.length)}}`);

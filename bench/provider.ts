import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for all providers that answers at once or later, so that no OCR blurs a figure. */
export interface BenchProvider {
	url: string;
	/** Requests that have come, the refused ones included. */
	requests: number;
	/** Bytes of their bodies. */
	uploaded: number;
	refused: number;
	close(): void;
}

interface Behaviour {
	/** Milliseconds until an answer. */
	latency?: number;
	/** Requests that are accepted in any second; the others are refused as the provider does. */
	perSecond?: number;
	/** The number of the request that fails for good, from 1. */
	failing?: number;
}

const box = { x1: 1, y1: 2, x2: 30, y2: 2, x3: 30, y3: 12, x4: 1, y4: 12 };
const words = ['Whole', 'milk', '2.58'];

/** An answer with one line of three words, and the way to refuse, by provider. */
const PROVIDERS = {
	tencent: {
		answer: {
			Response: {
				TextDetections: [
					{
						DetectedText: words.join(' '),
						Confidence: 99,
						Polygon: [
							{ X: 1, Y: 2 },
							{ X: 30, Y: 2 },
							{ X: 30, Y: 12 },
							{ X: 1, Y: 12 },
						],
						AdvancedInfo: '{"Parag":{"ParagNo":1}}',
						Words: [],
						WordCoordPoint: [],
					},
				],
				Angle: 0,
				RequestId: 'bench',
			},
		},
		refusal: { Response: { Error: { Code: 'RequestLimitExceeded', Message: '' }, RequestId: '' } },
		failure: { Response: { Error: { Code: 'FailedOperation.OcrFailed', Message: '' } } },
	},
	nhn: {
		answer: {
			header: { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' },
			result: {
				fileType: 'png',
				listOfInferTexts: [{ inferTexts: words.map((value) => ({ value, conf: 0.99 })) }],
				listOfBoundingBoxes: [{ boundingBoxes: words.map(() => box) }],
			},
		},
		refusal: { header: { isSuccessful: false, resultCode: 4000006, resultMessage: '' } },
		failure: { header: { isSuccessful: false, resultCode: 4000002, resultMessage: '' } },
	},
	computerVisionVietnam: {
		answer: {
			data: [
				[
					[
						words.map((text) => ({
							text,
							confidence: 0.99,
							box: { left: 1, right: 30, top: 2, bottom: 12 },
						})),
					],
				],
			],
			errorCode: '0',
			errorMessage: 'Success',
		},
		refusal: 429,
		failure: { data: '', errorCode: '3', errorMessage: '' },
	},
};

export type ProviderName = keyof typeof PROVIDERS;

const providerOf = (path = '') => {
	if (path.startsWith('/api/v2')) return PROVIDERS.computerVisionVietnam;
	return path.startsWith('/v1.0') ? PROVIDERS.nhn : PROVIDERS.tencent;
};

/** Does something with a stand-in, which ends with it. */
export async function withProvider<Result>(
	behaviour: Behaviour,
	use: (provider: BenchProvider) => Promise<Result>,
): Promise<Result> {
	const provider = await startProvider(behaviour);
	try {
		return await use(provider);
	} finally {
		provider.close();
	}
}

async function startProvider({
	latency = 0,
	perSecond = Infinity,
	failing,
}: Behaviour): Promise<BenchProvider> {
	let accepted: number[] = [];
	const accepts = () => {
		const now = performance.now();
		accepted = accepted.filter((time) => time > now - 1_000);
		if (accepted.length >= perSecond) return false;
		accepted.push(now);
		return true;
	};
	const server = createServer((request, response) => {
		const { answer, refusal, failure } = providerOf(request.url);
		const number = ++provider.requests;
		request.on('data', (chunk: Buffer) => (provider.uploaded += chunk.length));
		request.once('end', () => {
			if (perSecond !== Infinity && !accepts()) {
				provider.refused++;
				send(response, refusal);
				return;
			}
			const reply = () => send(response, number === failing ? failure : answer);
			if (latency) setTimeout(reply, latency);
			else reply();
		});
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const provider = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests: 0,
		uploaded: 0,
		refused: 0,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
	return provider;
}

function send(response: ServerResponse, answer: object | number): void {
	if (typeof answer === 'number') response.writeHead(answer).end();
	else {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(answer));
	}
}

import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { slidingWindow } from '../../../sandbox/limiters/slidingWindow';
import { nameIn } from './documents';

/** A stand-in for Tencent Cloud and NHN Cloud that reads no images: documents carry their names. */
export interface Provider {
	url: string;
	/** How often each document was read, by name: a provider charges for each time. */
	paid: Map<string, number>;
	/** Requests beyond the account's limit. */
	throttled: number;
	/** Requests that were read by NHN Cloud: it charges for each. */
	addresses: number;
	stop(): Promise<void>;
}

/** How many requests an account may send per second, as Tencent Cloud documents it. */
export const LIMIT = 10;

/** How long a reading takes, ms. */
const LATENCY = 400;

/** The lines that are on each document. */
export const linesOf = (name: string) => [1, 2, 3].map((line) => `${name}: line ${line}`);

/** A name that the stand-in takes for a broken image. */
export const UNREADABLE = 'unreadable.png';

/** Starts the stand-in on the loopback. */
export async function startProvider(): Promise<Provider> {
	const limiter = slidingWindow(LIMIT, 1_000);
	const server = createServer((request, response) => {
		void buffer(request).then(
			(body) => answer(request.url!, body, response),
			// Cut off on its way: nothing was read.
			() => {},
		);
	});

	function answer(path: string, body: Buffer, response: ServerResponse) {
		if (path.startsWith('/v1.0')) {
			provider.addresses++;
			return send(response, nhnAnswer());
		}
		if (!limiter.accepts(Date.now())) {
			provider.throttled++;
			return send(response, tencentError('RequestLimitExceeded'));
		}
		const { ImageBase64 } = JSON.parse(body.toString()) as { ImageBase64: string };
		const name = nameIn(Buffer.from(ImageBase64, 'base64'));
		if (name === UNREADABLE)
			return send(response, tencentError('FailedOperation.ImageDecodeFailed'));
		// Like the providers: who does not wait for the answer pays, too.
		provider.paid.set(name, (provider.paid.get(name) ?? 0) + 1);
		return setTimeout(() => send(response, tencentAnswer(linesOf(name))), LATENCY);
	}

	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const provider: Provider = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		paid: new Map(),
		throttled: 0,
		addresses: 0,
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return provider;
}

function send(response: ServerResponse, body: object): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

const tencentError = (code: string) => ({
	Response: { Error: { Code: code, Message: '' }, RequestId: 'queue' },
});

const tencentAnswer = (lines: string[]) => ({
	Response: {
		TextDetections: lines.map((text, index) => ({
			DetectedText: text,
			Confidence: 99,
			Polygon: [
				{ X: 1, Y: 20 * index },
				{ X: 300, Y: 20 * index },
				{ X: 300, Y: 20 * index + 12 },
				{ X: 1, Y: 20 * index + 12 },
			],
			AdvancedInfo: '{"Parag":{"ParagNo":1}}',
			Words: [],
			WordCoordPoint: [],
		})),
		Angle: 0,
		RequestId: 'queue',
	},
});

const nhnAnswer = () => ({
	header: { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' },
	result: {
		fileType: 'png',
		listOfInferTexts: [{ inferTexts: [{ value: 'text', conf: 0.99 }] }],
		listOfBoundingBoxes: [
			{ boundingBoxes: [{ x1: 1, y1: 2, x2: 30, y2: 2, x3: 30, y3: 12, x4: 1, y4: 12 }] },
		],
	},
});

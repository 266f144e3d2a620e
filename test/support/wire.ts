/** Requests as they went on the wire. */
import nock from 'nock';

export interface SentRequest {
	method: string;
	path: string;
	/** Without the question mark. */
	query: string;
	headers: Record<string, string>;
	body: Buffer;
}

type Answer = object | string | [status: number, body: unknown, headers?: Record<string, string>];

/** Answers every request to a host with what the function gives, and keeps the requests. */
export function answerAll(
	host: string,
	answer: (request: SentRequest, index: number) => Answer | Promise<Answer>,
): SentRequest[] {
	const requests: SentRequest[] = [];
	const scope = nock(host).persist();
	for (const method of ['GET', 'POST']) {
		scope.intercept(/.*/, method).reply(async function (uri, body) {
			const [path, query = ''] = uri.split('?');
			const headers = this.req.headers as never;
			const request = { method, path, query, headers, body: bytes(body) };
			const given = await answer(request, requests.push(request) - 1);
			return Array.isArray(given) ? (given as never) : [200, given as never];
		});
	}
	return requests;
}

/** Nock gives JSON parsed, other text as it is, and bytes that are no text in hexadecimal. */
function bytes(body: unknown): Buffer {
	if (typeof body !== 'string') return Buffer.from(JSON.stringify(body));
	const decoded = Buffer.from(body, 'hex');
	return decoded.length * 2 === body.length ? decoded : Buffer.from(body);
}

/** The files of a form, as the WHATWG parser of Node.js reads them. */
export async function formFiles({ body, headers }: SentRequest) {
	const response = new Response(new Uint8Array(body), {
		headers: { 'content-type': headers['content-type'] },
	});
	const entries = [...(await response.formData())] as Array<[string, File | string]>;
	const isFile = (entry: [string, File | string]): entry is [string, File] =>
		typeof entry[1] !== 'string';
	return await Promise.all(
		entries.filter(isFile).map(async ([name, file]) => ({
			name,
			fileName: file.name,
			type: file.type,
			bytes: Buffer.from(await file.arrayBuffer()),
		})),
	);
}

/**
 * The bytes of a request's body: an object as JSON, no body as an empty JSON object; a string,
 * Buffer or stream unchanged.
 */
export async function requestBody(body: unknown = {}): Promise<Buffer> {
	if (Buffer.isBuffer(body)) return body;
	if (typeof body === 'string') return Buffer.from(body);
	if (isStream(body)) {
		const chunks: Buffer[] = [];
		for await (const chunk of body) chunks.push(Buffer.from(chunk));
		return Buffer.concat(chunks);
	}
	return Buffer.from(JSON.stringify(body));
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

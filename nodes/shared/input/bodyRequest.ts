import type { IDataObject } from 'n8n-workflow';

import type { HttpRequest, OcrRequest } from '../engine/ocrOperation';
import type { Stream } from './imageFile';

/** The body of a request, and the headers that describe it. */
export interface RequestBody {
	headers: IDataObject;
	/**
	 * Builds the body, again for each attempt, because a stream can be read only once.
	 *
	 * @param onBodyRead called when a body that is a stream has been read to its end
	 */
	body: (onBodyRead?: () => void) => Promise<Stream | Buffer>;
}

/** How a request with a body is built; the headers of the body replace those of the request. */
export function bodyRequest(
	options: HttpRequest,
	{ headers, body }: RequestBody,
): OcrRequest['build'] {
	const request = { ...options, headers: { ...options.headers, ...headers } };
	return async (onBodyRead) => ({ ...request, body: await body(onBodyRead) });
}

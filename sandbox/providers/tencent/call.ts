import type { FastifyRequest } from 'fastify';

/** A request to Tencent Cloud API 3.0, before anything of it is believed; '' where it has nothing. */
export interface Call {
	method: string;
	/** As sent, without the question mark. */
	query: string;
	/** As sent. */
	body: Buffer;
	contentType: string;
	/** With its port, if the client sent that. */
	host: string;
	authorization: string;
	action: string;
	version: string;
	timestamp: string;
	region: string;
	token: string;
}

/** Takes the parts of a request that mean something to Tencent Cloud API 3.0. */
export function readCall({ method, url, body, headers }: FastifyRequest): Call {
	const header = (name: string) => String(headers[name] ?? '');
	return {
		method,
		query: url.split('?')[1] ?? '',
		body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
		contentType: header('content-type'),
		host: header('host'),
		authorization: header('authorization'),
		action: header('x-tc-action'),
		version: header('x-tc-version'),
		timestamp: header('x-tc-timestamp'),
		region: header('x-tc-region'),
		token: header('x-tc-token'),
	};
}

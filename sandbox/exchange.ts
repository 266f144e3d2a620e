/** What the sandbox remembers and logs of a request: never a secret, a header or an image. */
export interface Exchange {
	/** Name of the provider, such as `tencent`, or `-` for the sandbox's own routes. */
	provider: string;
	/** The provider's name of what was asked for, or the route. */
	action: string;
	/** `OK` or the provider's error code. */
	code: string;
	/** HTTP status. */
	status: number;
	/** Size of the request's body. */
	bytes: number;
	/** When the headers had come, Unix time in ms. */
	started: number;
	/** When the answer was out, Unix time in ms. */
	ended: number;
}

declare module 'fastify' {
	interface FastifyRequest {
		exchange: Exchange;
	}
}

/** One line for people: time, provider, action, status and code, kB, ms. */
export function exchangeLine(exchange: Exchange): string {
	const { provider, action, status, code, bytes, started, ended } = exchange;
	const time = new Date(started).toTimeString().slice(0, 8);
	const size = `${(bytes / 1024).toFixed(1)} kB`;
	return `${time}  ${provider}  ${action}  ${status} ${code}  ${size}  ${ended - started} ms`;
}

/** What the sandbox remembers and logs of a request: never a secret, a header or an image. */
export interface Exchange {
	/** Name of the provider, such as `tencent`, or `-` for the sandbox's own routes. */
	provider: string;
	/** The provider's name of what was asked for, or the route. */
	action: string;
	/** `OK`, the provider's error code, the kind of a fault, or `gone` for a client that did not wait. */
	code: string;
	/** HTTP status; 0 without an answer. */
	status: number;
	/** Size of the request's body. */
	bytes: number;
	/** When the headers had come, Unix time in ms. */
	started: number;
	/** When the answer was out or the connection was lost, Unix time in ms. */
	ended: number;
	/** Whether the request was read to its end. */
	read: boolean;
	/** Whether the provider charges for it: its image was read, whether or not the answer arrived. */
	billed: boolean;
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

/** How many requests a provider has met since start, and what became of them. */
export type Counts = Record<'requests' | 'read' | 'billed', number>;

export function countsOf(exchanges: Exchange[]): Counts {
	return {
		requests: exchanges.length,
		read: exchanges.filter(({ read }) => read).length,
		billed: exchanges.filter(({ billed }) => billed).length,
	};
}

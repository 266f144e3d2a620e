import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Trouble } from './faults/fault';

declare module 'fastify' {
	interface FastifyRequest {
		/** What tells the account that has signed in from others; a key, so never to be said. */
		account: string;
	}
}

/** What the sandbox does for a provider. */
export interface ProviderTools {
	/** To be called once a request after its sign-in, as a hook: brings limits and faults about. */
	afterSignIn(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
	/** Takes a line for people, such as the stack of an unforeseen error. */
	log(line: string): void;
}

/**
 * A stand-in for one provider.
 *
 * Its routes set `request.exchange.action`; `request.account` when it has signed in; and then either
 * `request.exchange.code` for an error, or `request.exchange.billed`.
 */
export interface Provider<Accounts extends object> {
	/** Specimen accounts, by the names under which `startSandbox` hands them out. */
	accounts: Accounts;
	/** Codes that may be asked for as a fault. */
	errorCodes: string[];
	/** Odd but proper answers that may be asked for as a fault. */
	oddities?: string[];
	/** How it refuses what goes beyond a limit. */
	throttled: Trouble;
	/** The error that its routes answer as this code. */
	error(code: string): Error;
	routes(tools: ProviderTools): FastifyPluginAsync;
}

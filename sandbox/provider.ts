import type { FastifyPluginAsync } from 'fastify';
import type { Fault } from './faults';

/** What the sandbox does for a provider. */
export interface ProviderTools {
	/** The fault that this request gets, if any. To be called once a request, after its sign-in. */
	takeFault(): Fault | undefined;
	/** Takes a line for people, such as the stack of an unforeseen error. */
	log(line: string): void;
}

/**
 * A stand-in for one provider.
 *
 * Its routes set `request.exchange.action` and, for an error, `request.exchange.code`.
 */
export interface Provider<Accounts extends object> {
	/** Specimen accounts, by the names under which `startSandbox` hands them out. */
	accounts: Accounts;
	/** Codes that may be asked for as a fault. */
	errorCodes: string[];
	routes(tools: ProviderTools): FastifyPluginAsync;
}

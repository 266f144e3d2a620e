import { fixedWindow, slidingWindow, tokenBucket } from './limiters';
import type { Limiter } from './limiters';

/** How many requests one provider takes from each account. */
export interface Limit {
	/** Name of the provider, such as `tencent`. */
	provider: string;
	kind: keyof typeof kinds;
	/** How many requests in `seconds`. */
	limit: number;
	/** Default 1; 60 for a limit per minute. */
	seconds?: number;
	/** How many requests a token bucket takes at once after a rest; default 1. */
	burst?: number;
}

/** The sliding window has no ticks; the fixed one begins anew with each second (minute) of the clock. */
const kinds = {
	slidingWindow: ({ limit, seconds }: Required<Limit>) => slidingWindow(limit, seconds * 1000),
	fixedWindow: ({ limit, seconds }: Required<Limit>) => fixedWindow(limit, seconds * 1000),
	tokenBucket: ({ limit, seconds, burst }: Required<Limit>) => tokenBucket(limit / seconds, burst),
} satisfies Record<string, (limit: Required<Limit>) => Limiter>;

export const limitKinds = Object.keys(kinds);

/** The limits of all providers; without one, a provider takes whatever comes. */
export class Limits {
	private readonly byProvider = new Map<string, { limit: Limit; accounts: Map<string, Limiter> }>();

	/** Sets the limit of a provider in place of the one it has. */
	set(limit: Limit): void {
		this.byProvider.set(limit.provider, { limit, accounts: new Map() });
	}

	clear(): void {
		this.byProvider.clear();
	}

	/** Whether the provider takes a request of this account that comes now; counts it if so. */
	accepts(provider: string, account: string): boolean {
		const limited = this.byProvider.get(provider);
		if (!limited) return true;
		const { limit, accounts } = limited;
		const limiter = accounts.get(account) ?? kinds[limit.kind]({ seconds: 1, burst: 1, ...limit });
		accounts.set(account, limiter);
		return limiter.accepts(Date.now());
	}
}

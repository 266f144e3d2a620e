/** Error answers to come from one provider. */
export interface Fault {
	/** Name of the provider, such as `tencent`. */
	provider: string;
	/** Error code as the provider documents it. */
	code: string;
	/** How many requests get it; default 1. */
	times?: number;
	/** How many requests pass before the first that gets it; default 0. */
	skip?: number;
	/** HTTP status of the answer; default the provider's usual one. */
	httpStatus?: number;
	/** Value of a Retry-After header, in seconds; default no such header. */
	retryAfter?: number;
}

/** Faults in the order they were added; the next begins when the one before is used up. */
export class FaultQueue {
	private queued: Array<Fault & Required<Pick<Fault, 'times' | 'skip'>>> = [];

	add(fault: Fault): void {
		this.queued.push({ times: 1, skip: 0, ...fault });
	}

	clear(): void {
		this.queued = [];
	}

	/** The fault that the provider's present request gets, if any; counts that request. */
	take(provider: string): Fault | undefined {
		const fault = this.queued.find((entry) => entry.provider === provider);
		if (!fault) return undefined;
		if (fault.skip > 0) {
			fault.skip -= 1;
			return undefined;
		}
		fault.times -= 1;
		if (fault.times <= 0) this.queued.splice(this.queued.indexOf(fault), 1);
		return fault;
	}
}

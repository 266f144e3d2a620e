import type { Fault } from './fault';

/** Faults in the order they were added; the next begins when the one before is used up. */
export class FaultQueue {
	private queued: Array<Fault & Required<Pick<Fault, 'times' | 'skip'>>> = [];

	add(fault: Fault): void {
		this.queued.push({ times: 1, skip: 0, ...fault });
	}

	clear(): void {
		this.queued = [];
	}

	/**
	 * The fault that the provider's present request gets, if any; counts that request.
	 *
	 * @param isEarly whether the request has only begun; other faults wait for the rest of it
	 */
	take(provider: string, isEarly = false): Fault | undefined {
		const fault = this.queued.find((entry) => entry.provider === provider);
		if (!fault || (fault.fault === 'resetEarly') !== isEarly) return undefined;
		if (fault.skip > 0) {
			fault.skip -= 1;
			return undefined;
		}
		fault.times -= 1;
		if (fault.times <= 0) this.queued.splice(this.queued.indexOf(fault), 1);
		return fault;
	}
}

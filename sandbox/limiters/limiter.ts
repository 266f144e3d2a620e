/** A rule about how many requests a service takes in how much time. */
export interface Limiter {
	/**
	 * Whether a request that comes now is taken. One that is refused uses nothing up.
	 *
	 * @param now ms since any one moment; never less than in the call before
	 */
	accepts(now: number): boolean;
}

import type { Failure } from './failure';
import { retryDelay } from './retryDelay';

/** Providers count requests by the second. */
const SECOND = 1_000;
/** Their clocks and the way to them take some milliseconds more. */
const MARGIN = 30;
/** How long the first requests of all may be on their way, through an n8n that is not warm yet. */
const WARM_UP = 200;
/** The part of what a provider accepted that is sent from then on. */
const CAUTION = 0.95;
/**
 * By how many requests a second each answer lets the pace grow at most: below what was once too
 * much, and near it, so that one request in some thirty-five finds out whether it still is. The
 * further it gets beyond, the faster it grows: then the limit was raised.
 */
const GROWTH = { below: 1, near: 0.02, beyond: 25 };
const SLOWEST = 0.5;
/** How far apart departures are at most where no limit is known, in milliseconds. */
const SPREAD = 8;

/**
 * When requests depart: one after the other, as many a second as the provider accepts. It slows down
 * for all of them when one is throttled, and speeds up again with each that gets its answer.
 */
export class Pace {
	private turn: Promise<unknown> = Promise.resolve();
	private lastDeparture = -Infinity;
	/** How many of the first second depart at once: few documents don't wait at all. */
	private atOnce: number;
	private pausedUntil = 0;
	/** The departures of the last while that were not throttled. */
	private readonly accepted: number[] = [];
	/** How many requests a second were once too many. */
	private tooMany = Infinity;
	/** How many pauses in a row did not help. */
	private pauses = 0;
	/** Requests that depart together delay each other within n8n, and so do their answers. */
	private spread = 0;

	/**
	 * @param rate requests a second to begin with
	 * @param fastest requests a second that are never exceeded
	 * @param wait waits some milliseconds; it rejects when nothing more is to be sent
	 * @param places how many requests are under way at a time
	 */
	constructor(
		private rate: number,
		private readonly fastest: number,
		private readonly wait: (milliseconds: number) => Promise<void>,
		private readonly places = Infinity,
	) {
		this.atOnce = Math.floor(rate);
	}

	/** Waits for the turn of a request, and gives the time of its departure, on a clock nobody sets. */
	async departure(): Promise<number> {
		const turn = this.turn.then(async () => await this.nextDeparture());
		this.turn = turn.catch(() => {});
		return await turn;
	}

	/** A request got its answer. */
	answered(departure: number): void {
		this.pauses = 0;
		// At most half of what they are apart anyway when they are spread evenly.
		const evenly = (performance.now() - departure) / this.places;
		this.spread = Math.min(SPREAD, Math.floor(evenly / 2));
		this.rate = Math.min(this.rate + this.growth(), this.fastest);
	}

	/**
	 * A request was throttled: fewer are sent from now on, and none for a while.
	 *
	 * @returns whether it may be sent again
	 */
	throttled(departure: number, failure: Failure): boolean {
		const now = performance.now();
		const place = this.accepted.indexOf(departure);
		// An answer may come when its departure is long forgotten.
		if (place >= 0) this.accepted.splice(place, 1);
		const begin = departure - SECOND - MARGIN;
		const second = this.accepted.filter((time) => begin < time && time <= departure);
		const first = Math.min((second[0] ?? now) + (this.tooMany === Infinity ? WARM_UP : 0), now);
		if (second.length > 0) {
			this.tooMany = second.length;
			this.rate = Math.min(this.rate, second.length * CAUTION);
		} else this.rate = Math.min(Math.max(Math.min(this.rate / 2, 1), SLOWEST), this.fastest);

		this.atOnce = 0;
		// Requests that were under way when a pause began belong to it.
		if (this.pausedUntil <= now) this.pauses++;
		const delay = retryDelay(failure, this.pauses);
		if (delay === undefined) return false;
		// The first pause ends a second after the first, and the next one after the last departure:
		// providers count the last second, or each second of the clock.
		const counted = [first, now][this.pauses - 1];
		const end = counted === undefined ? now + delay : counted + SECOND + MARGIN;
		const asked = now + (failure.details.retryAfter ?? 0);
		this.pausedUntil = Math.max(this.pausedUntil, end, asked);
		return true;
	}

	private growth(): number {
		if (this.tooMany === Infinity || this.rate < this.tooMany * CAUTION) {
			return Math.min(this.rate, 1) * GROWTH.below;
		}
		const beyond = Math.max(0, this.rate / this.tooMany - 1);
		return Math.min(this.rate / 10, 1) * GROWTH.near * (1 + beyond * GROWTH.beyond);
	}

	private async nextDeparture(): Promise<number> {
		for (;;) {
			const next = Math.max(
				this.pausedUntil,
				this.lastDeparture + SECOND / this.rate,
				(this.accepted.at(-1) ?? 0) + this.spread,
			);
			const early = next - performance.now();
			if (early <= 0) break;
			await this.wait(early);
		}
		const now = performance.now();
		while (this.accepted[0] < now - 10 * SECOND) this.accepted.shift();
		this.accepted.push(now);
		this.atOnce--;
		if (this.atOnce < 0) this.lastDeparture = now;
		// What departed at once counts for a whole second.
		if (this.atOnce === 0) this.lastDeparture = now + SECOND - SECOND / this.rate + MARGIN;
		return now;
	}
}

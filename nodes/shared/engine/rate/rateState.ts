/**
 * What is known about the limit of an account, and so when its next request may depart. Pure: the
 * caller passes all times, in ms on any clock that only goes forward.
 *
 * Without a known limit, a few requests depart at once, and every response lets more of them be
 * under way, as in TCP's slow start (RFC 5681). The first refusal gives an estimate of the limit. If
 * requests came in bursts, it is the number that was accepted in the second before; otherwise it
 * lies between the refused rate and half of it. From then on requests depart evenly, close to the
 * rate that was refused last, and never more per second.
 */
export interface RateState {
	/** The current rate, in requests per second. */
	readonly rate: number;
	/**
	 * The rate that is never exceeded, in requests per second: the known limit, or a limit per minute
	 * that was found.
	 */
	readonly fastest: number;
	/** The rate that was refused last, in requests per second; Infinity before the first refusal. */
	readonly refusedRate: number;
	/** Whether no limit is known, and no request was refused yet. */
	readonly isStarting: boolean;
	/** How many requests may be under way without waiting their turn, while it is starting. */
	readonly window: number;
	/** How many requests may still depart together. */
	readonly burst: number;
	/** The number of requests that have departed and not ended. */
	readonly underWay: number;
	/** The least time between departures in ms, whatever the rate. */
	readonly spread: number;
	/** Departures that were not refused so far, the oldest first. */
	readonly departures: readonly Departure[];
	/** The last departure; a little later than it was, when it was late. */
	readonly last: number;
	/** When a refusal last slowed requests down: refusals of earlier requests are no news. */
	readonly cutAt: number;
	/** The last refused departure before that: the rate was estimated from it. */
	readonly refused: Departure;
	/** No request departs before this time. */
	readonly pausedUntil: number;
	/** How many times requests were slowed down since the last response. */
	readonly cuts: number;
	/** The first of these times. */
	readonly firstCutAt: number;
	/** Whether one request is under way to find out if requests are accepted again. */
	readonly isProbing: boolean;
	/** How many departures since `acceptedSince` were not refused. */
	readonly accepted: number;
	readonly acceptedSince: number;
}

/**
 * `tested` is the rate at which it departed; 0 where the rate did not matter, NaN where it did not
 * wait its turn.
 */
interface Departure {
	readonly at: number;
	readonly tested: number;
}

export type RateEvent =
	| { type: 'departed'; at: number }
	/** Any response but a refusal; `departed` is when its request departed. */
	| { type: 'responded'; at: number; departed: number }
	/** The request ended without a response from the provider. */
	| { type: 'lost' }
	| { type: 'throttled'; at: number; departed: number; retryAfter?: number };

/** Providers count requests per second; their clocks and the network add some ms. */
const SECOND = 1_030;
const MINUTE = 60_000;
/** How long departures are remembered: no provider refuses a request later. */
const REMEMBERED = 20_000;
/**
 * So that a few documents need not wait, and few requests are refused if only one at a time is
 * accepted.
 */
const FIRST_WINDOW = 8;
/** While the provider has not responded yet: slow responses do not mean a low limit. */
const RATE_WITHOUT_RESPONSES = 6;
/** The rate after a burst with one accepted request: from here, any other rate is soon found. */
const FIRST_RATE = 4;
/** More than n8n sends. */
const FASTEST = 1_000;
/** Only a limit that the user sets can be lower. */
const SLOWEST = 0.5;
/** The part of a limit that is used, so that network delays cause no refusals. */
const CAUTION = 0.95;
/** The factor by which a response raises the rate of its request, while no rate was refused. */
const GROWTH = 1.7;
/** How far the rate moves towards the refused rate per second, as a part of the distance. */
const APPROACH = 0.95;
/**
 * How fast the rate then creeps on, per response at ten requests per second, and faster farther on.
 */
const CREEP = { near: 0.02, beyond: 25 };
/** How late timers can be, in ms: a later departure did not wait for its turn. */
const LATE = 20;
/**
 * Requests that depart together delay each other within n8n, and come back together. So they depart
 * this many ms apart, but no more than half of the distance that even departures would have.
 */
const SPREAD = 12;
/** How many ms of a late departure the next one makes up for. */
const CATCH_UP = 5;
/**
 * The waits for a limit that persists: the first one in ms, doubled each time up to the longest.
 */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const CUTS_WITHOUT_WAIT = 2;
/** After so many cuts in a row, the limit is one per minute. */
const CUTS_OF_MINUTE = 4;

/**
 * The state of an account before its first request.
 *
 * @param limit in requests per second, documented by the provider or set by the user
 */
export function initialState(limit?: number): RateState {
	return {
		rate: limit ?? RATE_WITHOUT_RESPONSES,
		fastest: limit ?? Infinity,
		refusedRate: limit ?? Infinity,
		isStarting: limit === undefined,
		window: FIRST_WINDOW,
		burst: Math.floor(limit ?? 0),
		underWay: 0,
		spread: 0,
		departures: [],
		last: -Infinity,
		cutAt: -Infinity,
		refused: { at: -Infinity, tested: 0 },
		pausedUntil: -Infinity,
		cuts: 0,
		firstCutAt: -Infinity,
		isProbing: false,
		accepted: 0,
		acceptedSince: -Infinity,
	};
}

/** The state with another limit, for an account that already received requests. */
export const withLimit = (state: RateState, limit?: number): RateState => ({
	...initialState(limit),
	burst: 0,
	underWay: state.underWay,
	spread: state.spread,
	departures: state.departures,
	last: state.last,
	pausedUntil: state.pausedUntil,
});

/** When the next request may depart; Infinity while it depends on a response. */
export function nextDeparture(state: RateState): number {
	const { rate, last, spread, departures, isStarting, isProbing, pausedUntil } = state;
	if (isProbing) return Infinity;
	const apart = (departures.at(-1)?.at ?? -Infinity) + spread;
	const evenly = isAhead(state) ? -Infinity : last + 1_000 / rate;
	const perSecond = departures.at(-Math.ceil(rate));
	const inSecond = isStarting || !perSecond ? -Infinity : perSecond.at + SECOND;
	return Math.max(pausedUntil, apart, evenly, inSecond);
}

/** Whether the next request need not wait its turn. */
const isAhead = ({ burst, isStarting, underWay, window }: RateState): boolean =>
	burst > 0 || (isStarting && underWay < window);

/** The state after an event. */
export function next(before: RateState, event: RateEvent): RateState {
	if (event.type === 'departed') return departed(before, event.at);
	const state = { ...before, underWay: before.underWay - 1 };
	switch (event.type) {
		case 'responded':
			return responded(state, event.at, event.departed);
		case 'lost':
			return { ...state, isProbing: false };
		case 'throttled':
			return throttled(state, event.at, event.departed, event.retryAfter ?? 0);
	}
}

function departed(state: RateState, at: number): RateState {
	const { rate, burst, last, departures, isStarting, cuts, accepted, acceptedSince } = state;
	const turn = last + 1_000 / rate;
	const isInTime = at - turn < LATE;
	const tested = isStarting || burst > 0 ? NaN : isInTime ? rate : 0;
	return {
		...state,
		underWay: state.underWay + 1,
		burst: Math.max(0, burst - 1),
		departures: [...departures.filter((each) => each.at > at - REMEMBERED), { at, tested }],
		last: isStarting ? at : Math.max(turn, at - CATCH_UP),
		isProbing: cuts >= CUTS_WITHOUT_WAIT,
		accepted: accepted + 1,
		acceptedSince: Math.max(acceptedSince, accepted === 0 ? at : -Infinity),
	};
}

function responded(state: RateState, at: number, departed: number): RateState {
	if (departed < state.cutAt) return state;
	const evenly = (at - departed) / (state.underWay + 1);
	const spread = Math.min(SPREAD, evenly / 2);
	// As in RFC 7661: a window that nobody fills says nothing about the provider.
	const isUsed = state.underWay >= state.window / 2;
	const window = isUsed ? state.window + 1 : state.window;
	const respondedState = { ...state, cuts: 0, isProbing: false, spread, window };
	if (state.cuts >= CUTS_OF_MINUTE) return { ...respondedState, ...perMinute(state, at) };
	const departure = state.departures.findLast((each) => each.at === departed);
	const rate = departure ? grown(state, departure) : 0;
	return { ...respondedState, rate: Math.max(state.rate, Math.min(rate, state.fastest)) };
}

/** The limit per minute, estimated from the requests that were accepted before the pauses. */
function perMinute({ accepted, acceptedSince, firstCutAt }: RateState, at: number) {
	const time = Math.max(MINUTE, firstCutAt - acceptedSince);
	const limit = (Math.max(1, accepted - 1) / time) * 1_000;
	const rate = limit * CAUTION;
	return { rate, fastest: rate, refusedRate: limit, accepted: 1, acceptedSince: at };
}

/** The rate that a response allows. */
function grown({ rate, refusedRate }: RateState, { tested }: Departure): number {
	if (!(tested > 0)) return rate;
	if (refusedRate === Infinity) return Math.min(tested * GROWTH, FASTEST);
	const creep = Math.min(rate / 10, 1) * CREEP.near;
	const goal = refusedRate * CAUTION;
	if (rate < goal) {
		return rate + Math.max((goal - rate) * (1 - (1 - APPROACH) ** (1 / rate)), creep);
	}
	return rate + creep * (1 + CREEP.beyond * Math.max(0, rate / refusedRate - 1));
}

function throttled(state: RateState, at: number, departed: number, retryAfter: number): RateState {
	const index = state.departures.findIndex((each) => each.at === departed);
	const refused = state.departures[index] ?? { at: departed, tested: 0 };
	const known = {
		...state,
		burst: 0,
		departures: state.departures.filter((_, place) => place !== index),
		accepted: Math.max(0, state.accepted - 1),
		pausedUntil: Math.max(state.pausedUntil, at + retryAfter),
	};
	if (departed < state.cutAt) {
		// It was counted among those accepted, so the estimate needs correction. The later the refused
		// departure, the more of the accepted ones are counted: some overtake each other on the way.
		const later = departed > state.refused.at ? refused : state.refused;
		return { ...known, ...estimate(known, later), refused: later };
	}
	const cuts = state.cuts + 1;
	const cut = {
		...known,
		cuts,
		cutAt: at,
		firstCutAt: cuts === 1 ? at : state.firstCutAt,
		isProbing: false,
	};
	if (cuts <= CUTS_WITHOUT_WAIT) {
		// A cold n8n may have sent the first requests later than they departed.
		const pause = state.isStarting ? at + SECOND : -Infinity;
		const pausedUntil = Math.max(known.pausedUntil, pause);
		return { ...cut, ...estimate(known, refused), isStarting: false, refused, pausedUntil };
	}
	const wait = Math.min(FIRST_WAIT * 2 ** (cuts - CUTS_WITHOUT_WAIT - 1), LONGEST_WAIT);
	return { ...cut, pausedUntil: Math.max(known.pausedUntil, at + wait) };
}

/** The new rate and refused rate after a departure was refused. */
function estimate(state: RateState, refused: Departure): Pick<RateState, 'rate' | 'refusedRate'> {
	const { fastest, refusedRate } = state;
	const begin = refused.at - SECOND;
	const times = state.departures.map(({ at }) => at).filter((at) => begin < at && at <= refused.at);
	const gap = refused.at - (times.at(-1) ?? -Infinity);
	// If only one request at a time is accepted, accepted requests are no closer together than the
	// refused one.
	const isCounted = times.some((at, place) => place > 0 && at - times[place - 1] < gap / 2);
	const within = (rate: number) => Math.min(Math.max(rate * CAUTION, SLOWEST), fastest);
	const wasAhead = Number.isNaN(refused.tested) && times.length > FIRST_WINDOW;
	if (isCounted || wasAhead) {
		// The first refusal of a known limit means that a burst was late, not that the limit is lower.
		const isFirst = fastest < Infinity && state.cutAt <= state.firstCutAt;
		const counted = isFirst ? fastest : times.length;
		return { rate: within(counted), refusedRate: counted };
	}
	if (!(refused.tested > 0)) {
		return { rate: fastest === Infinity ? FIRST_RATE : fastest / 2, refusedRate: fastest };
	}
	const accepted = Math.max(Math.min(times.length, refused.tested), refused.tested / 2);
	return {
		rate: within(accepted),
		refusedRate: refusedRate === Infinity ? refused.tested : Math.sqrt(refused.tested * accepted),
	};
}

import { createHash } from 'node:crypto';

/** What happens to a document on its way, and what follows from that. */
interface Kind {
	/** How many documents in 10,000 meet it. */
	share: number;
	/**
	 * Whether the provider charges for it: no; yes, and the answer arrives; yes, and the answer is cut
	 * off on its way; or yes, and nobody can read the answer.
	 */
	billed: 'no' | 'delivered' | 'cutOff' | 'unreadable';
	/** Whether the node may send it again: then the next time is calm. */
	isRetried?: boolean;
}

const kinds = <Name extends string>(all: Record<Name, Kind>): Record<Name, Kind> => all;

/** Three documents in ten meet a fault. */
export const KINDS = kinds({
	calm: { share: 7_000, billed: 'delivered' },
	throttled: { share: 40, billed: 'no', isRetried: true },
	status429: { share: 40, billed: 'no', isRetried: true },
	status429RetryAfter: { share: 40, billed: 'no', isRetried: true },
	status500: { share: 200, billed: 'no', isRetried: true },
	status502: { share: 200, billed: 'no', isRetried: true },
	status503: { share: 200, billed: 'no', isRetried: true },
	status503RetryAfter: { share: 100, billed: 'no', isRetried: true },
	/** The gateway gives up, and the provider reads on. */
	status504: { share: 200, billed: 'cutOff' },
	/** Answered, and then the door is shut for a moment: who comes meanwhile is refused. */
	doorShut: { share: 40, billed: 'delivered' },
	/** Reset when the request begins to come. All of a short one has left n8n then. */
	resetBefore: { share: 200, billed: 'no' },
	/** Reset while a large file is coming, of which much has not left n8n yet: every other large file. */
	resetDuring: { share: 0, billed: 'no', isRetried: true },
	/** Reset when all of the request has come. */
	resetAfter: { share: 200, billed: 'cutOff' },
	/** Half of the stated length. */
	half: { share: 200, billed: 'cutOff' },
	/** Half, without a stated length. */
	halfChunked: { share: 150, billed: 'cutOff' },
	late: { share: 150, billed: 'cutOff' },
	page: { share: 200, billed: 'no' },
	empty: { share: 150, billed: 'no' },
	wrongShape: { share: 200, billed: 'unreadable' },
	wrongType: { share: 100, billed: 'delivered' },
	gzip: { share: 120, billed: 'delivered' },
	brokenGzip: { share: 150, billed: 'cutOff' },
	redirect: { share: 111, billed: 'no' },
	large: { share: 3, billed: 'delivered' },
	largePage: { share: 3, billed: 'no' },
	largeWrongShape: { share: 3, billed: 'unreadable' },
});

export type KindName = keyof typeof KINDS;

export interface Fate {
	kind: KindName;
	/** How many of its requests meet the fault; Infinity for a fault that stays. */
	times: number;
	/** Chooses among the forms of a fault, 0..1. */
	form: number;
}

/** One in so many faults that pass stays. */
const LASTING = 12;

/** Who is throttled for good ends the run: that is another test. */
const PASSES = ['throttled', 'status429', 'status429RetryAfter', 'resetDuring'];

/** A number of 0..1 that depends on nothing but its arguments. */
const chance = (...of: Array<string | number>): number =>
	createHash('sha256').update(of.join(' ')).digest().readUInt32BE() / 2 ** 32;

/** The fate of a document, decided by the seed and its number. */
export function fateOf(seed: string, run: number, document: number, isLargeFile: boolean): Fate {
	const isCut = isLargeFile && chance(seed, run, document, 'large file') < 0.5;
	const kind = isCut ? 'resetDuring' : kindAt(chance(seed, run, document, 'kind'));
	const isLasting = chance(seed, run, document, 'lasting') < 1 / LASTING && !PASSES.includes(kind);
	const times = KINDS[kind].isRetried && !isLasting ? 1 : Infinity;
	return { kind, times, form: chance(seed, run, document, 'form') };
}

/** The kind at a place of 0..1 on a line on which each has its share. */
function kindAt(place: number): KindName {
	const total = Object.values(KINDS).reduce((sum, { share }) => sum + share, 0);
	let rest = place * total;
	const [kind] = Object.entries(KINDS).find(([, { share }]) => (rest -= share) < 0) ?? ['calm'];
	return kind as KindName;
}

/** Where the first failure of a run with Stop Workflow may be at the earliest. */
export const calmUntil = (seed: string, run: number, documents: number): number =>
	Math.floor(chance(seed, run, 'calm until') * documents);

/** Whether rows come out in the end, if the node does what it promises; undefined where it is a race. */
export function endsWithRows({ kind, times }: Fate): boolean | undefined {
	// What is sent from memory may have left whole, so it is not sent again.
	if (kind === 'resetBefore' || kind === 'resetDuring') return undefined;
	const { billed, isRetried } = KINDS[kind];
	return billed === 'delivered' || (isRetried === true && times === 1);
}

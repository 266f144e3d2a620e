import { sleep } from 'n8n-workflow';

import { Oddity } from './oddity';

/** A few times the largest PDF that a provider accepts. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The places of so many objects need some 50 MB. */
const MOST_KEPT = 500_000;
/** In milliseconds: everything else in n8n waits about this long. */
const LONGEST_STRETCH = 10;
/** After how many bytes the clock is checked. */
const BYTES_A_LOOK = 4 * 1024;

/** Reading a PDF would take more time or memory than a page count is worth. */
class BudgetExceeded extends Oddity {
	constructor() {
		super('the file is too complex');
	}
}

/** Limits the cost of reading one PDF, and says when to let n8n do something else. */
export class Budget {
	private bytes = MOST_BYTES;
	private kept = MOST_KEPT;
	private unlooked = 0;
	private rested = performance.now();

	/**
	 * Counts bytes that were read.
	 *
	 * @returns whether to `rest` now
	 * @throws Oddity
	 */
	spend(bytes: number): boolean {
		this.bytes -= bytes;
		if (this.bytes < 0) throw new BudgetExceeded();
		this.unlooked += bytes;
		if (this.unlooked < BYTES_A_LOOK) return false;
		this.unlooked = 0;
		return performance.now() - this.rested > LONGEST_STRETCH;
	}

	/**
	 * Counts an object that stays in memory.
	 *
	 * @throws Oddity
	 */
	keep(): void {
		if (--this.kept < 0) throw new BudgetExceeded();
	}

	async rest(): Promise<void> {
		await sleep(0);
		this.rested = performance.now();
	}
}

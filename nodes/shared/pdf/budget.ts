import { sleep } from 'n8n-workflow';

/** All of a file that Tencent Cloud accepts, a few times over. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Their places take some 50 MB. */
const MOST_KEPT = 500_000;
/** In milliseconds: what else n8n has to do waits about as long. */
const LONGEST_STRETCH = 10;
/** After how many bytes the clock is looked at. */
const BYTES_A_LOOK = 4 * 1024;

/** Reading a PDF would take more time or memory than a page count is worth. */
export class BudgetExceeded extends Error {}

/** What reading one PDF may cost, and when it has to let n8n do something else. */
export class Budget {
	private bytes = MOST_BYTES;
	private kept = MOST_KEPT;
	private unlooked = 0;
	private rested = performance.now();

	/**
	 * Takes note of bytes that were looked at.
	 *
	 * @returns whether to `rest` now
	 * @throws BudgetExceeded
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
	 * Takes note of something that stays in memory.
	 *
	 * @throws BudgetExceeded
	 */
	keep(): void {
		if (--this.kept < 0) throw new BudgetExceeded();
	}

	async rest(): Promise<void> {
		await sleep(0);
		this.rested = performance.now();
	}
}

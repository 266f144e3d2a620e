import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something is so.
 *
 * @param what for the error's message, such as `Redis listens`
 * @throws Error when it is not so in time
 */
export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	timeoutMs = 10_000,
): Promise<void> {
	for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(50)) {
		if (await isSo()) return;
	}
	throw new Error(`Not within ${timeoutMs / 1000} s: ${what}`);
}

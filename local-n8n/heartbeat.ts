import { statfs } from 'node:fs/promises';

const freeBytes = async (folder: string) => {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
};

/** Tells every few seconds that long work goes on: for how long, and how much the disk has filled. */
export async function withHeartbeat<T>(
	work: Promise<T>,
	folder: string,
	onProgress: (message: string) => void,
	intervalMs = 10_000,
): Promise<T> {
	const started = Date.now();
	const freeAtStart = await freeBytes(folder);
	const tell = async () => {
		const seconds = Math.round((Date.now() - started) / 1000);
		const gigabytes = Math.max(0, freeAtStart - (await freeBytes(folder))) / 1e9;
		onProgress(`${seconds} s, ${gigabytes.toFixed(1)} GB on disk`);
	};
	// A beat that fails, as when the folder is gone, must not end the work.
	const timer = setInterval(() => void tell().catch(() => {}), intervalMs);
	return await work.finally(() => clearInterval(timer));
}

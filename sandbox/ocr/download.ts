/** How a download ended. */
export type Download =
	| { file: Buffer; failure?: undefined }
	| { file?: undefined; failure: 'late' | 'missing' | 'tooLarge' | 'other' };

/**
 * Fetches what a URL stands for.
 *
 * @param limits.time longest time, ms
 * @param limits.largest largest file, bytes
 * @returns the file, or why there is none: `missing` for HTTP status 404 and 410, `other` for a URL
 *   that is none or cannot be reached, and for a status other than 2xx
 */
export async function tryDownload(
	url: string,
	{ time, largest }: { time: number; largest: number },
): Promise<Download> {
	const signal = AbortSignal.timeout(time);
	try {
		const response = await fetch(url, { signal });
		if ([404, 410].includes(response.status)) return { failure: 'missing' };
		if (!response.ok) return { failure: 'other' };
		const chunks: Uint8Array[] = [];
		let length = 0;
		for await (const chunk of response.body ?? []) {
			length += chunk.length;
			if (length > largest) return { failure: 'tooLarge' };
			chunks.push(chunk);
		}
		return { file: Buffer.concat(chunks) };
	} catch {
		return { failure: signal.aborted ? 'late' : 'other' };
	}
}

/**
 * Fetches what a URL stands for, whatever its size.
 *
 * @returns undefined if it is no URL, cannot be reached in ten seconds, or answers with another status
 *   than 2xx
 */
export async function download(url: string): Promise<Buffer | undefined> {
	return (await tryDownload(url, { time: 10_000, largest: Infinity })).file;
}

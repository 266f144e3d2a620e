import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { download } from '../../nodes/shared/input/download';
import { PNG } from '../support/files';

const MB = 1024 * 1024;

/** Downloads a file that begins with a piece and never ends; the pieces that were read. */
async function downloadEndless(begin: Buffer | string) {
	// The same piece again and again, so that it needs no memory.
	const piece = Buffer.alloc(MB);
	piece.set(Buffer.from(begin as string));
	let pieces = 0;
	async function* endless() {
		for (;;) {
			pieces++;
			yield piece;
		}
	}
	const body = Object.assign(endless(), { on: () => {} });
	const helpers = { httpRequest: async () => ({ statusCode: 200, body }) };
	const context = { helpers } as unknown as IExecuteSingleFunctions;
	const limit = { provider: 'Somebody', maxBytes: 10 * MB, maxPdfBytes: 500 * MB };
	const { signal } = new AbortController();
	const { message } = (await download(context, 'https://example.com/a', {}, limit, signal).catch(
		(error: Error) => error,
	)) as Error;
	return { message, pieces };
}

test.each([
	['at its beginning', '%PDF-1.7'],
	['after what a server left before', `${' '.repeat(1000)}%PDF-1.7`],
])('a PDF, known by its header %s, may be as large as the node reads', async (_, begin) => {
	expect(await downloadEndless(begin)).toEqual({
		message:
			'The file at the URL is larger than 500.00 MB, the maximum that this node reads. Resize or split it first.',
		pieces: 501,
	});
});

test.each([
	['a picture', PNG],
	['a file of an unknown kind', 'hello'],
])('%s has the limit of the provider', async (_, begin) => {
	expect(await downloadEndless(begin)).toEqual({
		message:
			'The file at the URL is larger than 10.00 MB, the maximum that Somebody accepts. Resize or split it first.',
		pieces: 11,
	});
});

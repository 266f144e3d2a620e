import { deflateSync } from 'node:zlib';

import { Budget } from '../../nodes/shared/pdf/syntax/budget';
import { inflate } from '../../nodes/shared/pdf/syntax/inflate';

const data = deflateSync(Buffer.alloc(16 * 1024 * 1024, '1 2 '));

async function readPieces(count: number, pause: () => Promise<unknown>) {
	for await (const piece of inflate(data, new Budget())) {
		if (--count <= 0) return piece.length;
		if (count % 7 === 0) await pause();
	}
	return 0;
}

// Jest fails a test during which an error was thrown where nobody could catch it.
it('may be left at any piece without an error that would end n8n', async () => {
	for (let times = 0; times < 10; times++) {
		for (let count = 1; count < 100; count++) {
			expect(await readPieces(count, () => new Promise(setImmediate))).toBeGreaterThan(0);
		}
	}
	await new Promise((resolve) => setTimeout(resolve, 50));
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkFile } from './checkFile';
import { damaged } from './mutate';

const FOLDER = join(__dirname, 'files');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.pdf'));

/** How many damaged copies of each file are checked. */
const COPIES = Number(process.env.PDF_MUTATIONS ?? 8);
/** In milliseconds. A damaged file takes no longer than a whole one. */
const LONGEST = 5_000;

test.each(NAMES)(
	'%s, damaged: a page alone still looks as it does in its file, or there is a reason',
	async (name) => {
		const file = readFileSync(join(FOLDER, name));
		for (let copy = 0; copy < COPIES; copy++) {
			const outcome = await checkFile(damaged(file, copy), 3);
			expect({ copy, ...outcome }).toMatchObject({
				copy,
				kind: expect.stringMatching(/^(same|fallback|unreadable)$/),
			});
			expect(outcome.opening + outcome.cutting).toBeLessThan(LONGEST);
		}
	},
	120_000,
);

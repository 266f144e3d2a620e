import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, median, rounded } from '../figure';

const PROJECT = join(__dirname, '..', '..');

/** Prints how long `require` of n8n-workflow takes, and of the nodes after it, ms. */
const PROBE = `
	const start = performance.now();
	require('n8n-workflow');
	const between = performance.now();
	require('./index.js');
	console.log(JSON.stringify([between - start, performance.now() - between]));
`;

/** In kB: some 140 files of one job each, with three providers' sentences and columns. */
const SIZE_GOAL = 80;

/**
 * The size of the packed package, and what loading it costs beside a tenth of what n8n-workflow does:
 * a limit in ms would measure the machine.
 */
export async function packaging(bench: Bench): Promise<Measurement> {
	const runs = Array.from({ length: 11 }, (): [number, number] =>
		JSON.parse(execFileSync(process.execPath, ['-e', PROBE], { cwd: PROJECT, encoding: 'utf8' })),
	);
	const workflow = median(runs.map(([time]) => time));
	return {
		figures: {
			packedSize: figure(statSync(bench.tarball).size / 1_000, SIZE_GOAL, 1, 'kB'),
			requireTime: figure(median(runs.map(([, nodes]) => nodes)), workflow / 10, 1, 'ms'),
		},
		notes: [`n8n-workflow itself takes ${rounded(workflow)} ms to load.`],
	};
}

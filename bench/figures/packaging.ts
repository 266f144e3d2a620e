import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

import { PROJECT } from '../../local-n8n/project';
import type { Bench } from '../bench';
import type { Measurement } from '../figure';
import { figure, median, rounded } from '../figure';

const RUNS = 11;

/** Prints how long it takes to load n8n-workflow, and then our nodes, ms. */
const PROBE = `
	const start = performance.now();
	require('n8n-workflow');
	const between = performance.now();
	require('./index.js');
	console.log(JSON.stringify([between - start, performance.now() - between]));
`;

/**
 * In kB: some 350 small files, with the messages and columns of three providers, the reading order of
 * pages, the cutting of PDFs, the search for text in their pages, and 62 documents with their output
 * schemas. It was 80 without these four, and 160 with 16 documents.
 */
const SIZE_GOAL = 230;

/**
 * The size of the packed package, and the time to load it, compared with a tenth of the time that
 * n8n-workflow needs: a limit in ms would measure the machine.
 */
export async function packaging(bench: Bench): Promise<Measurement> {
	const runs = Array.from({ length: RUNS }, (): [number, number] =>
		JSON.parse(execFileSync(process.execPath, ['-e', PROBE], { cwd: PROJECT, encoding: 'utf8' })),
	);
	const workflow = median(runs.map(([time]) => time));
	return {
		figures: {
			packedSize: figure(statSync(bench.tarball).size / 1_000, SIZE_GOAL, 1, 'kB'),
			requireTime: figure(median(runs.map(([, nodes]) => nodes)), workflow / 10, 1, 'ms'),
		},
		notes: [
			`n8n-workflow itself takes ${rounded(workflow)} ms to load. Each time is the median of ${RUNS} runs.`,
		],
	};
}

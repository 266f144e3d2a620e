/**
 * Measures the nodes side by side with what a user would use instead: `npm run bench`. With
 * `-- --json`, it prints one JSON object to stdout; with names of groups, it measures only those, and
 * does not write RESULTS.md.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Bench } from './bench';
import type { Measurement } from './figure';
import { eventLoop } from './figures/eventLoop';
import { flattening } from './figures/flattening';
import { itemCpu } from './figures/itemCpu';
import { latencyBound } from './figures/latencyBound';
import { layout } from './figures/layout';
import { money } from './figures/money';
import { packaging } from './figures/packaging';
import { pdf } from './figures/pdf';
import { rateLimit } from './figures/rateLimit';
import { scale } from './figures/scale';
import { signing } from './figures/signing';
import { tencentMemory } from './figures/tencentMemory';
import { upload } from './figures/upload';
import type { Group } from './results';
import { resultsFile, tableOf } from './results';

const GROUPS: Record<
	string,
	{ title: string; measure: (bench: Bench, times: number) => Promise<Measurement> }
> = {
	upload: { title: '100 files of 4 MB as multipart', measure: upload },
	tencentMemory: { title: '100 files of 4 MB as ImageBase64', measure: tencentMemory },
	pdf: { title: 'Scans of 60 pages, 7.5 MB each', measure: pdf },
	rateLimit: { title: 'A limit of 10 requests per second', measure: rateLimit },
	latencyBound: { title: '1,000 URL items, responses in 100 ms', measure: latencyBound },
	itemCpu: { title: '1,000 URL items, immediate responses', measure: itemCpu },
	eventLoop: { title: '1,000 and 10,000 URL items: how long n8n is blocked', measure: eventLoop },
	scale: { title: '1,000 to 100,000 URL items: what each costs', measure: scale },
	signing: { title: 'TC3 signature over 7 MB', measure: signing },
	flattening: { title: 'A response of 100 pages, 100,000 words', measure: flattening },
	layout: { title: 'A page of 20,000 pieces', measure: layout },
	money: { title: '500 items, item 100 fails, Stop Workflow', measure: money },
	packaging: { title: 'Size and loading', measure: packaging },
};

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean' }, times: { type: 'string', default: '3' } },
		allowPositionals: true,
	});
	const times = Number(values.times);
	const names = positionals.length ? positionals : Object.keys(GROUPS);
	const unknown = names.find((name) => !(name in GROUPS));
	if (unknown)
		throw new Error(`There is no group ${unknown}. Choose from ${Object.keys(GROUPS).join(', ')}.`);

	// Standard output is only for the figures.
	const say = (line: string) => process.stderr.write(`${line}\n`);
	const bench = await Bench.prepare(say);
	const groups: Group[] = [];
	try {
		for (const name of names) {
			const { title, measure } = GROUPS[name];
			say(`Measuring ${name}: ${title}`);
			groups.push({ title, ...(await measure(bench, times)) });
			if (!values.json) {
				const { figures, notes } = groups[groups.length - 1];
				console.log([tableOf(figures), ...notes, ''].join('\n'));
			}
		}
	} finally {
		await bench.close();
	}
	if (values.json) {
		console.log(JSON.stringify(Object.assign({}, ...groups.map(({ figures }) => figures))));
	}
	if (positionals.length === 0) {
		await writeFile(join(__dirname, 'RESULTS.md'), await resultsFile(groups, times));
	}
}

main().catch((error) => {
	process.exitCode = 1;
	console.error(error);
});

import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { PROJECT } from '../local-n8n/project';
import type { Figure } from './figure';

/** A group of figures that were measured together. */
export interface Group {
	title: string;
	figures: Record<string, Figure>;
	notes: string[];
}

const { dependencies } = JSON.parse(
	readFileSync(join(PROJECT, 'local-n8n', 'package.json'), 'utf8'),
) as { dependencies: Record<string, string> };

const met = ({ ratio, goal }: Figure) => ratio <= goal;

const row = ([name, figure]: [string, Figure]) => {
	const { ours, rival, ratio, goal, unit } = figure;
	return `| \`${name}\` | ${ours} ${unit} | ${rival} ${unit} | ${ratio} | ${goal} | ${met(figure) ? 'yes' : '**no**'} |`;
};

/** Figures as a table in Markdown. */
export const tableOf = (figures: Record<string, Figure>): string =>
	[
		'| Figure | Ours | Compared with | Ratio | Goal | Met |',
		'| --- | --- | --- | --- | --- | --- |',
		...Object.entries(figures).map(row),
	].join('\n');

/** The whole of RESULTS.md. */
export async function resultsFile(groups: Group[], times: number): Promise<string> {
	const figures = Object.assign({}, ...groups.map((group) => group.figures)) as Record<
		string,
		Figure
	>;
	const text = `# Results of \`npm run bench\`

Measured on ${new Date().toISOString().slice(0, 10)} with ${cpus().length} cores and ${Math.round(totalmem() / 2 ** 30)} GB of memory, n8n ${dependencies.n8n} in its own process (restarted for each run), and the providers' stand-ins on the same machine. Unless noted, each figure is the median of ${times} runs. Compare figures only within one machine and run.

${tableOf(figures)}

- Time is the run time of the nodes after the source of the items, as n8n records it.
- Memory is the growth of n8n's peak resident memory (\`VmHWM\`) during the run, minus the growth of a run with one file.
- A goal is the highest allowed ratio. The files in \`bench/figures\` explain the figures.

${groups.map(({ title, notes }) => `## ${title}\n\n${notes.map((note) => `- ${note}`).join('\n')}`).join('\n\n')}
`;
	const options = await resolveConfig(__filename);
	return await format(text, { ...options, parser: 'markdown' });
}

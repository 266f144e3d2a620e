import type { WorkflowRun } from '../local-n8n/workflowRun';
import { table } from './table';

/** Prints the printed rows that a run has read. Throws if the run failed or read no text. */
export function printRun({ error, nodes }: WorkflowRun, ocrNode: string): void {
	if (error) {
		const { node, message, description } = error;
		throw new Error([`${node?.name}: ${message}`, description].filter(Boolean).join('\n'));
	}
	const rows = nodes[ocrNode].main[0].map(({ json }) => json).filter(({ text }) => text);
	if (rows.length === 0) throw new Error('The picture contains no text. Try another one.');
	const columns = Object.keys(rows[0]).filter((name) => name.startsWith('column'));
	const printed = rows.map(({ page, row, confidence, ...others }) => ({
		page: page as number,
		row: row as number,
		...Object.fromEntries(columns.map((name) => [name, others[name] as string])),
		confidence: (confidence as number).toFixed(2),
	}));
	console.log(`\n${table(printed)}`);
}

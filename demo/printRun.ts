import type { WorkflowRun } from '../local-n8n/workflowRun';
import { table } from './table';

/** Prints the lines of text that a run has read. Throws if the run failed or read no text. */
export function printRun({ error, nodes }: WorkflowRun, ocrNode: string): void {
	if (error) {
		const { node, message, description } = error;
		throw new Error([`${node?.name}: ${message}`, description].filter(Boolean).join('\n'));
	}
	const lines = nodes[ocrNode].main[0].map(({ json }) => json).filter(({ text }) => text);
	if (lines.length === 0) throw new Error('The picture contains no text. Try another one.');
	const rows = lines.map(({ page, line, text, confidence, left, top, right, bottom }) => ({
		page: page as number,
		line: line as number,
		text: text as string,
		confidence: (confidence as number).toFixed(2),
		box: `${left},${top} – ${right},${bottom}`,
	}));
	console.log(`\n${table(rows)}`);
}

import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nInstance } from './instance';
import type { WorkflowRun } from './workflowRun';
import type { WorkflowJson } from './workflows';

const MAX_REFUSALS = 20;

/**
 * Runs a workflow that may keep n8n so busy that it answers its own REST API with "Database is not
 * ready!" or resets the connection. Then it is asked again.
 *
 * @param onEnd called when the workflow has ended, before its items are read
 */
export async function runPatiently(
	{ workflows }: Pick<N8nInstance, 'workflows'>,
	workflow: WorkflowJson,
	onEnd?: () => Promise<void>,
): Promise<WorkflowRun> {
	const [{ name }] = workflow.nodes;
	const workflowId = await workflows.save(workflow);
	const executionId = await workflows.start(workflowId, name);
	while (!(await patiently(async () => await workflows.hasEnded(workflowId)))) await sleep(500);
	await onEnd?.();
	return await patiently(async () => await workflows.result(executionId, 300_000));
}

async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
	for (let refusals = 1; ; refusals++) {
		try {
			return await ask();
		} catch (error) {
			if (refusals === MAX_REFUSALS) throw error;
			await sleep(1_000);
		}
	}
}

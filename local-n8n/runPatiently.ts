import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nInstance } from './instance';
import type { WorkflowRun } from './workflowRun';
import type { WorkflowJson } from './workflows';

const MAX_REFUSALS = 20;

/**
 * Runs a workflow that may keep n8n so busy that it answers its own REST API with "Database is not
 * ready!" or resets the connection. Then the result is asked for again.
 */
export async function runPatiently(
	{ workflows }: Pick<N8nInstance, 'workflows'>,
	workflow: WorkflowJson,
): Promise<WorkflowRun> {
	const [{ name }] = workflow.nodes;
	const executionId = await workflows.start(await workflows.save(workflow), name);
	for (let refusals = 1; ; refusals++) {
		try {
			return await workflows.result(executionId, 300_000);
		} catch (error) {
			if (refusals === MAX_REFUSALS) throw error;
			await sleep(1_000);
		}
	}
}

import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nInstance } from '../../local-n8n/instance';
import { publish } from '../../local-n8n/publish';
import type { WorkflowRun } from '../../local-n8n/workflowRun';
import type { WorkflowJson } from '../../local-n8n/workflows';

/** A workflow whose trigger waits for whoever calls it, as in production. */
export interface Published {
	id: string;
	/** Waits for the next run that has ended and was not given yet. */
	nextRun(): Promise<WorkflowRun>;
	unpublish(): Promise<void>;
}

/** Saves and publishes a workflow, as the editor's button does. */
export async function saveAndPublish(
	{ rest, workflows }: N8nInstance,
	workflow: WorkflowJson,
): Promise<Published> {
	const id = await workflows.save(workflow);
	await publish(rest, id);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const executionIds = async () => {
		const path = `/executions?filter=${filter}`;
		const { results } = await rest.request<{ results: Array<{ id: string }> }>('GET', path);
		return results.map((execution) => execution.id).sort((a, b) => Number(a) - Number(b));
	};
	const given = new Set(await executionIds());

	return {
		id,
		async nextRun() {
			for (const deadline = Date.now() + 55_000; Date.now() < deadline; await sleep(50)) {
				const next = (await executionIds()).find((executionId) => !given.has(executionId));
				if (!next) continue;
				given.add(next);
				return await workflows.result(next);
			}
			throw new Error(`${workflow.name} did not run within 55 s`);
		},
		async unpublish() {
			await rest.request('POST', `/workflows/${id}/deactivate`, {});
		},
	};
}

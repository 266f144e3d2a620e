import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nInstance } from '../../local-n8n/instance';
import type { N8nRest } from '../../local-n8n/rest';
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
export async function publish(
	{ rest, workflows }: N8nInstance,
	workflow: WorkflowJson,
): Promise<Published> {
	const id = await workflows.save(workflow);
	const { versionId } = await rest.request<{ versionId: string }>('GET', `/workflows/${id}`);
	await rest.request('POST', `/workflows/${id}/activate`, { versionId });
	await untilPublished(rest, id);
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

/** n8n starts triggers after it has answered. */
async function untilPublished(rest: N8nRest, id: string): Promise<void> {
	for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
		const publication = await rest.request<{ status: string }>(
			'GET',
			`/workflows/${id}/publication-status`,
		);
		if (publication.status === 'published') return;
		if (publication.status !== 'in_progress') throw new Error(JSON.stringify(publication));
	}
	throw new Error('n8n did not publish the workflow within 20 s');
}

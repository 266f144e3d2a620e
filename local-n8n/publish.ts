import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nRest } from './rest';

/** Publishes a saved workflow, as the editor's button does, so that its forms and webhooks answer. */
export async function publish(rest: N8nRest, workflowId: string): Promise<void> {
	const path = `/workflows/${workflowId}`;
	const { versionId } = await rest.request<{ versionId: string }>('GET', path);
	await rest.request('POST', `${path}/activate`, { versionId });
	// n8n starts triggers after it has answered.
	for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
		const { status } = await rest.request<{ status: string }>('GET', `${path}/publication-status`);
		if (status === 'published') return;
		if (status !== 'in_progress') throw new Error(`n8n did not publish the workflow: ${status}`);
	}
	throw new Error('n8n did not publish the workflow within 20 s');
}

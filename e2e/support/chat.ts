import { randomUUID } from 'node:crypto';

import type { N8nInstance } from '../../local-n8n/instance';
import type { WorkflowJson } from '../../local-n8n/workflows';

/**
 * Sends a message to a workflow with a chat trigger, as the chat of n8n's editor does.
 *
 * @param files those that the user attaches
 * @returns the answer
 * @throws Error if the workflow fails
 */
export async function chat(
	{ url, rest, workflows }: N8nInstance,
	workflow: WorkflowJson,
	message: string,
	files: File[] = [],
): Promise<string> {
	const { name } = workflow.nodes.find(({ type }) => type.endsWith('.chatTrigger'))!;
	const id = await workflows.save(workflow);
	const sessionId = randomUUID();
	await rest.request('POST', `/workflows/${id}/run`, {
		triggerToStartFrom: { name },
		chatSessionId: sessionId,
	});
	const fields = { action: 'sendMessage', sessionId, chatInput: message };
	const body = new FormData();
	for (const [field, value] of Object.entries(fields)) body.append(field, value);
	for (const file of files) body.append('files', file);
	const response = await fetch(`${url}/webhook-test/${id}/${sessionId}`, {
		method: 'POST',
		// Without files, the chat sends JSON.
		...(files.length > 0
			? { body }
			: { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } }),
	});
	const answer = await response.text();
	const { output } = JSON.parse(answer) as { output?: unknown };
	if (typeof output !== 'string') throw new Error(`The chat gives no answer: ${answer}`);
	return output;
}

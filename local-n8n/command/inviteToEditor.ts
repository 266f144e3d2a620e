import type { N8nInstance } from '../instance';
import { openFrontDoor } from './frontDoor';
import type { Command } from './runUntilStopped';

/** Prints how to get into n8n's editor, and waits there until n8n ends by itself. */
export async function inviteToEditor(
	command: Command,
	{ url, owner, rest, ended }: N8nInstance,
	{ workflowId, executionId, hints }: { workflowId: string; executionId?: string; hints: string },
): Promise<never> {
	const page = `workflow/${workflowId}${executionId ? `/executions/${executionId}` : ''}`;
	const frontDoor = await openFrontDoor(rest.sessionCookie, `${url}/${page}`);
	command.endsWith(frontDoor.close);
	console.log(`
This link opens the workflow${executionId ? ' with this run' : ''} and signs you in:

    ${frontDoor.url}

Or sign in at ${url} as ${owner.email} with password ${owner.password}
${hints}`);
	command.isUp();
	await ended;
	throw new Error('n8n ended unexpectedly');
}

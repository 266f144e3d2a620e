import type { N8nInstance } from '../instance';
import { openFrontDoor } from './frontDoor';
import type { Command } from './runUntilStopped';

/** Prints how to get into n8n's editor, and waits there until n8n ends by itself. */
export async function inviteToEditor(
	command: Command,
	{ url, owner, rest, ended }: N8nInstance,
	{ workflowId, hints }: { workflowId: string; hints: string },
): Promise<never> {
	const frontDoor = await openFrontDoor(rest.sessionCookie, `${url}/workflow/${workflowId}`);
	command.endsWith(frontDoor.close);
	console.log(`
Open the workflow in n8n's editor, signed in:

    ${frontDoor.url}

Or go to ${url} as ${owner.email} with password ${owner.password}
${hints}`);
	command.isUp();
	await ended;
	throw new Error('n8n has ended by itself');
}

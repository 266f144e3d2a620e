import type { INodeTypeDescription } from 'n8n-workflow';

/** The settings of every request of a node. */
export const requestDefaults: INodeTypeDescription['requestDefaults'] = {
	headers: { Accept: 'application/json' },
	// The provider explains an error in the response, whatever its status.
	ignoreHttpStatusErrors: true,
	// To follow a redirect, n8n would keep the whole body in memory.
	disableFollowRedirect: true,
};

import type { INodeTypeDescription } from 'n8n-workflow';

/** What every request of a node has. */
export const requestDefaults: INodeTypeDescription['requestDefaults'] = {
	headers: { Accept: 'application/json' },
	// The provider's own words are in the response, whatever its status.
	ignoreHttpStatusErrors: true,
	// To follow a redirect, the whole of a body would be kept in memory.
	disableFollowRedirect: true,
};

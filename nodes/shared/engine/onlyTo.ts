/**
 * The request options for an endpoint that the credential names, and for no other host. n8n checks
 * `allowedDomains` before each request, and would take the credential's list Allowed Domains, which
 * is meant for the HTTP Request node and need not have the node's own endpoint on it.
 *
 * @param baseURL of the credential: a workflow must not have a say in it
 */
export const onlyTo = (baseURL: string) => ({
	baseURL,
	allowedDomains: new URL(baseURL).hostname,
});

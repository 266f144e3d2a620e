/**
 * The request options for the credential's endpoint, and for no other host. n8n checks
 * `allowedDomains` before each request. By default it would check the credential's list Allowed
 * Domains, which is meant for the HTTP Request node and need not contain the node's own endpoint.
 *
 * @param baseURL from the credential: a workflow must not be able to change it
 */
export const onlyTo = (baseURL: string) => ({
	baseURL,
	allowedDomains: new URL(baseURL).hostname,
});

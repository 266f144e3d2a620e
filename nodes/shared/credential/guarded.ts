import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { checkUrl } from './checkUrl';

/** n8n's HTTP Request node hands over the older request form, with `uri` for `url`. */
export type AnyRequest = Omit<IHttpRequestOptions, 'url'> & { url?: string; uri?: string };

/**
 * A request that may carry the keys of a credential: to where they travel encrypted, and without
 * following a redirect, which would take them along to anywhere.
 *
 * @throws Failure when its address is not one that keys may be sent to
 */
export function guarded(
	{ allowHttp }: ICredentialDataDecryptedObject,
	request: AnyRequest,
): IHttpRequestOptions {
	const path = request.url ?? request.uri ?? '';
	const isWhole = request.baseURL === undefined || /^([a-z][a-z\d+.-]*:)?\/\//i.test(path);
	checkUrl('The URL of the request', isWhole ? path : request.baseURL, allowHttp);
	return { ...request, maxRedirects: 0 } as IHttpRequestOptions;
}

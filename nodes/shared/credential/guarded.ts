import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { checkRoute } from './checkRoute';
import { checkUrl } from './checkUrl';

/** n8n's HTTP Request node passes the older request form, with `uri` for `url`. */
type AnyRequest = Omit<IHttpRequestOptions, 'url'> & { url?: string; uri?: string };

/**
 * A request that may carry the keys of a credential: they travel encrypted, to a host that the
 * credential allows, and the request does not follow a redirect, which could carry them anywhere.
 *
 * @throws Failure when keys may not be sent to its address
 */
export function guarded(
	credential: ICredentialDataDecryptedObject,
	request: AnyRequest,
): IHttpRequestOptions {
	const path = request.url ?? request.uri ?? '';
	const isWhole = request.baseURL === undefined || /^([a-z][a-z\d+.-]*:)?\/\//i.test(path);
	const address = isWhole ? path : request.baseURL;
	const url = checkUrl('The URL of the request', address, credential.allowHttp);
	checkRoute(credential, request, url);
	return { ...request, maxRedirects: 0 } as IHttpRequestOptions;
}

import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { noteSignIn } from '../../shared/engine/signIn';
import { guarded } from '../../shared/credential/guarded';
import { forgetPublicKey } from './publicKeys';
import { forgetToken } from './token';

/** Pasted keys may have a blank around them. */
const pasted = (value: unknown) => String(value).trim();

/**
 * Signs a request in with a secret key, for API v1.0 and v2.0. A function, because an n8n expression
 * would cost a millisecond per request.
 */
export async function signInWithKey(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const secretKey = pasted(credentials.secretKey);
	const { secrets, renew } = envelopeOf(request);
	noteSignIn(request, { secrets: [secretKey, pasted(credentials.appKey), ...secrets], renew });
	const headers = { ...request.headers, Authorization: secretKey };
	return { ...guarded(credentials, request), headers };
}

/** Signs a request in with the token that `preAuthentication` has fetched, for API v1.1 and v2.1. */
export async function signInWithToken(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const token = String(credentials.accessToken);
	const { appKey, userAccessKeyId, secretAccessKey } = credentials;
	const { secrets, renew } = envelopeOf(request);
	noteSignIn(request, {
		secrets: [token, ...[appKey, userAccessKeyId, secretAccessKey].map(pasted), ...secrets],
		renew() {
			forgetToken(token);
			renew?.();
		},
	});
	const headers = { ...request.headers, 'X-NHN-Authorization': `Bearer ${token}` };
	return { ...guarded(credentials, request), headers };
}

/** What the envelope of a request, if it has one, adds to its sign-in. */
function envelopeOf({ baseURL, headers = {} }: IHttpRequestOptions): {
	secrets: string[];
	renew?: () => void;
} {
	const { 'X-Key-Version': version, 'Symmetric-Key': key } = headers;
	if (version === undefined) return { secrets: [] };
	return {
		secrets: [String(key)],
		renew: () => forgetPublicKey(String(baseURL), String(version)),
	};
}

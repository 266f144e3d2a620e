import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { noteSignIn } from '../../shared/engine/signIn';
import { guarded } from '../../shared/credential/guarded';

/**
 * Signs a request in with HTTP Basic, as all of the provider's APIs require. A function, because an
 * n8n expression would cost a millisecond per request.
 */
export async function signIn(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	// Pasted keys may have a blank around them.
	const username = String(credentials.apiKey).trim();
	const password = String(credentials.apiSecret).trim();
	const basic = Buffer.from(`${username}:${password}`).toString('base64');
	noteSignIn(request, { secrets: [username, password, basic] });
	return { ...guarded(credentials, request), auth: { username, password } };
}

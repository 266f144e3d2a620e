import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';

import { Failure } from '../../nodes/shared/requestEngine/failure';
import { statusFailure } from '../../nodes/shared/requestEngine/statusFailure';
import { checkUrl } from '../endpoint/checkUrl';

/** All runs of the process wait for the same token, in ms. */
const TIMEOUT = 30_000;

interface Token {
	accessToken: Promise<string>;
	/** Unix time in ms, some time before NHN Cloud lets it expire; Infinity while it is fetched. */
	expires: number;
}

/**
 * The tokens of this process. n8n would store what `preAuthentication` gives, and ask for another
 * one after HTTP status 401; NHN Cloud says 200 to everything, so the tokens are kept here.
 */
const tokens = new Map<string, Token>();

const accountOf = ({
	tokenUrl,
	userAccessKeyId,
	secretAccessKey,
}: ICredentialDataDecryptedObject) =>
	[tokenUrl, userAccessKeyId, secretAccessKey].map((field) => String(field ?? '').trim());

const keyOf = (credentials: ICredentialDataDecryptedObject) =>
	JSON.stringify(accountOf(credentials));

/**
 * The bearer token of a user access key, fetched when there is none that is still good.
 *
 * @throws Failure when NHN Cloud gives none
 */
export async function bearerToken(
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const key = keyOf(credentials);
	const known = tokens.get(key);
	if (known && known.expires > Date.now()) return await known.accessToken;

	const fetched = fetchToken(helpers, credentials);
	const token = { expires: Infinity, accessToken: fetched.then(({ accessToken }) => accessToken) };
	tokens.set(key, token);
	await fetched.then(
		({ seconds }) => (token.expires = Date.now() + seconds * 1000),
		() => tokens.delete(key),
	);
	return await token.accessToken;
}

/** Has the next request fetch a token, because NHN Cloud refused the one that is known. */
export function forgetToken(credentials: ICredentialDataDecryptedObject): void {
	tokens.delete(keyOf(credentials));
}

/**
 * A new token, and how many seconds it is to be used: a little less than NHN Cloud lets it live.
 *
 * Source: NHN Cloud, "API Call and Authentication" (`POST /oauth2/token/create`).
 */
async function fetchToken(
	helpers: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<{ accessToken: string; seconds: number }> {
	const [url, username, password] = accountOf(credentials);
	const response = await helpers.httpRequest({
		method: 'POST',
		url: checkUrl('token URL', url),
		auth: { username, password },
		body: new URLSearchParams({ grant_type: 'client_credentials' }),
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: TIMEOUT,
	});
	const { access_token: accessToken, expires_in: expiresIn } = response.body ?? {};
	if (typeof accessToken === 'string' && accessToken !== '') {
		const lifetime = Number(expiresIn) || 0;
		return { accessToken, seconds: lifetime - Math.min(60, lifetime / 10) };
	}
	if (response.statusCode === 429 || response.statusCode >= 500) throw statusFailure(response);
	const toCheck = [400, 401, 403].includes(response.statusCode)
		? 'the user access key ID and the secret access key'
		: 'the token URL';
	throw new Failure(
		'run',
		`NHN Cloud gives no token: check ${toCheck} in the credential (HTTP status ${response.statusCode})`,
	);
}

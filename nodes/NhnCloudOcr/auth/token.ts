import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { noResponse } from '../../shared/engine/errors/noResponse';
import { withoutSecrets } from '../../shared/engine/errors/withoutSecrets';
import { Failure } from '../../shared/engine/errors/failure';
import { hashOf } from '../../shared/engine/hashOf';
import { mayPass } from '../../shared/engine/retry/retryPolicy';
import { statusFailure } from '../../shared/engine/errors/statusFailure';
import { checkUrl } from '../../shared/credential/checkUrl';

type Helpers = IHttpRequestHelper['helpers'];

/** In ms. All runs of the process wait for the same token. */
const TIMEOUT = 30_000;

/** Seconds that a token is used if NHN Cloud does not say how long it lives. A refused one is replaced. */
const UNKNOWN_LIFETIME = 600;

/** More accounts than an n8n has; a token that was dropped is fetched again. */
const MOST_TOKENS = 100;

interface Token {
	value: Promise<string>;
	/** What `value` resolves to, once it is there. */
	known?: string;
	/** Unix time in ms, a little before NHN Cloud lets it expire; Infinity while it is fetched. */
	expires: number;
}

/**
 * The tokens of this process, by the hash of their account. n8n would store what `preAuthentication`
 * returns, and renew it after HTTP status 401. NHN Cloud responds with 200 to everything, so the
 * tokens are kept here.
 */
const tokens = new Map<string, Token>();

/** An account, as the credential has it. */
interface Account {
	url: string;
	username: string;
	password: string;
	allowHttp: unknown;
}

function accountOf(credentials: ICredentialDataDecryptedObject): Account {
	const field = (name: string) => String(credentials[name] ?? '').trim();
	return {
		url: field('tokenUrl'),
		username: field('userAccessKeyId'),
		password: field('secretAccessKey'),
		allowHttp: credentials.allowHttp,
	};
}

/**
 * The bearer token of a user access key, fetched when none is cached or still valid.
 *
 * @throws Failure when NHN Cloud issues none
 */
export async function bearerToken(
	helpers: Helpers,
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const account = accountOf(credentials);
	const key = hashOf(account);
	const token = tokens.get(key);
	if (token && token.expires > Date.now()) return await token.value;
	return await keepToken(key, fetchToken(helpers, account));
}

async function keepToken(key: string, fetched: ReturnType<typeof fetchToken>): Promise<string> {
	const token: Token = { value: fetched.then(({ value }) => value), expires: Infinity };
	tokens.delete(key);
	for (const [other, { expires }] of tokens) {
		if (expires <= Date.now() || tokens.size >= MOST_TOKENS) tokens.delete(other);
	}
	tokens.set(key, token);
	try {
		const { value, seconds } = await fetched;
		token.known = value;
		token.expires = Date.now() + seconds * 1000;
	} catch {
		if (tokens.get(key) === token) tokens.delete(key);
	}
	return await token.value;
}

/** Drops a rejected token, so that the next request fetches a new one. */
export function forgetToken(refused: string): void {
	for (const [key, { known }] of tokens) {
		if (known === refused) tokens.delete(key);
	}
}

/**
 * A new token, and for how many seconds to use it: a little less than its lifetime.
 *
 * Source: NHN Cloud, "API Call and Authentication" (`POST /oauth2/token/create`).
 */
async function fetchToken(
	helpers: Helpers,
	account: Account,
): Promise<{ value: string; seconds: number }> {
	const { url, username, password, allowHttp } = account;
	const basic = Buffer.from(`${username}:${password}`).toString('base64');
	const secrets = [username, password, basic];
	const address = checkUrl('The token URL in the credential', url, allowHttp);
	const response: IN8nHttpFullResponse = await helpers
		.httpRequest({
			method: 'POST',
			url: address,
			auth: { username, password },
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'grant_type=client_credentials',
			// A redirect would carry the keys along.
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			timeout: TIMEOUT,
		})
		.catch((error) => {
			const kind = mayPass(String(error.code)) ? 'transient' : 'fatal';
			throw withoutSecrets(noToken(kind, noResponse(error, 'token URL', account.url)), secrets);
		});
	const { access_token: value, expires_in: expiresIn } = Object(response.body) as TokenResponse;
	if (typeof value !== 'string' || value === '') throw withoutSecrets(refusal(response), secrets);
	const lifetime = Number(expiresIn) > 0 ? Number(expiresIn) : UNKNOWN_LIFETIME;
	return { value, seconds: lifetime - Math.min(60, lifetime / 10) };
}

/** Has a token or an OAuth 2 error (RFC 6749, section 5). */
interface TokenResponse {
	access_token?: unknown;
	/** In seconds. */
	expires_in?: unknown;
	error?: unknown;
	error_description?: unknown;
}

const noToken = (kind: Failure['kind'], why: string, details?: Failure['details']) =>
	new Failure(kind, `n8n could not get an access token from NHN Cloud. ${why}`, details);

/** Why a response has no token. */
function refusal(response: IN8nHttpFullResponse): Failure {
	const { statusCode } = response;
	const { error, error_description: more } = Object(response.body) as TokenResponse;
	const words = [error, more].filter((word) => typeof word === 'string').join(': ');
	const description = words && `The token service says: ${words}`;
	const { details } = statusFailure(response, { description });
	if (mayPass(statusCode)) {
		const why = 'The token service is busy or down. Try again later.';
		return noToken('transient', why, details);
	}
	if (statusCode >= 300 && statusCode < 400) {
		const why =
			'The token URL redirects to another address, which the node does not follow. Check it in the credential.';
		return noToken('fatal', why, details);
	}
	const place = [400, 401, 403].includes(statusCode)
		? 'the User Access Key ID and the Secret Access Key'
		: 'the Token URL';
	const why = `The token service sent no token. Check ${place} in the credential.`;
	return noToken('fatal', why, details);
}

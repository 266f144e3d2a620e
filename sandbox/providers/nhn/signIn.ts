import type { IncomingHttpHeaders } from 'node:http';
import { accounts } from './accounts';
import { fail } from './errors';
import type { Tokens } from './tokens';

/**
 * The code for a token that is unknown, expired or revoked. NHN Cloud has 4010002 to 4010007 for
 * tokens and permissions, and does not say which of them a stale token gets.
 */
export const tokenRefused = '4010003';

/**
 * v1.0: the secret key as it is, in `Authorization`.
 *
 * @throws NhnError 4000005, 4010001
 */
export function checkSecretKey(appKey: string, { authorization }: IncomingHttpHeaders): void {
	if (!authorization) fail('4000005');
	const { credentials } = accounts;
	if (appKey !== credentials.appKey || authorization !== credentials.secretKey) fail('4010001');
}

/**
 * v1.1: `X-NHN-Authorization: Bearer <token>`.
 *
 * @throws NhnError 4000005, 4010001, or the code for a refused token
 */
export function checkToken(appKey: string, headers: IncomingHttpHeaders, tokens: Tokens): void {
	if (!headers['x-nhn-authorization']) fail('4000005');
	if (!tokens.isGood(tokenOf(headers))) fail(tokenRefused);
	if (appKey !== accounts.userCredentials.appKey) fail('4010001');
}

/** The token that a request carries; '' for none. */
export function tokenOf(headers: IncomingHttpHeaders): string {
	const [, token = ''] = /^Bearer +(\S+)$/i.exec(String(headers['x-nhn-authorization'])) ?? [];
	return token;
}

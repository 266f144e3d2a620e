import { accounts } from './accounts';
import type { Account } from './accounts';
import { fail } from './errors';

/**
 * Checks who is calling: HTTP Basic with the key as the user and the secret as the password.
 *
 * @param authorization the header, if the request has one
 * @returns their account
 * @throws VisionError 5, or 4 if the account has used up its requests
 */
export function authenticate(authorization = ''): Account {
	const [, encoded = ''] = /^Basic +(\S+)$/i.exec(authorization) ?? [];
	const given = Buffer.from(encoded, 'base64').toString();
	const account = Object.values<Account>(accounts).find(
		({ apiKey, apiSecret }) => given === `${apiKey}:${apiSecret}`,
	);
	if (!account) fail('5');
	if (account === accounts.exhaustedCredentials) fail('4');
	return account;
}

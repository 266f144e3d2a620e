import { accounts } from './accounts';
import type { Account } from './accounts';
import type { Call } from './call';
import { TencentError } from './errors';
import { isSigned, parseAuthorization } from './signature';

/** How far the client's clock may be off, seconds. */
const tolerance = 300;

/**
 * Checks who is calling, in the gateway's order.
 *
 * @param service name that the action's product has in a credential scope
 * @throws TencentError MissingParameter, InvalidParameter or AuthFailure.*
 */
export function authenticate(call: Call, service: string | undefined): Account {
	for (const name of ['action', 'version', 'timestamp', 'authorization'] as const) {
		if (call[name]) continue;
		throw new TencentError('MissingParameter', `The request lacks a required header for ${name}.`);
	}
	if (!/^\d{1,11}$/.test(call.timestamp)) {
		throw new TencentError('InvalidParameter', 'X-TC-Timestamp must be Unix time in seconds.');
	}
	const authorization = parseAuthorization(call.authorization);
	if (!authorization) throw new TencentError('AuthFailure.InvalidAuthorization');

	const account = Object.values<Account>(accounts).find(
		({ secretId }) => secretId === authorization.secretId,
	);
	if (!account) throw new TencentError('AuthFailure.SecretIdNotFound');
	if (Math.abs(Date.now() / 1000 - Number(call.timestamp)) > tolerance) {
		throw new TencentError('AuthFailure.SignatureExpire');
	}
	// A client takes the service from the first label of its endpoint. Here that is `127` for an
	// SDK, and `ocr` for a client that falls back to this package's main service.
	const services = [service, 'ocr', call.host.split('.')[0]];
	if (
		!services.includes(authorization.service) ||
		!isSigned(call, authorization, account.secretKey)
	) {
		throw new TencentError('AuthFailure.SignatureFailure');
	}
	if (call.token !== account.sessionToken) throw new TencentError('AuthFailure.TokenFailure');
	if (account === accounts.deniedCredentials) {
		throw new TencentError('AuthFailure.UnauthorizedOperation');
	}
	return account;
}

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { endpointOf } from './endpoint';

/** What may let others than the host read a request, as n8n's nodes pass it in both forms. */
interface Route {
	proxy?: unknown;
	skipSslCertificateValidation?: boolean;
	/** The older form of the same. */
	rejectUnauthorized?: boolean;
	/** May contain a certificate authority of the workflow. */
	agentOptions?: unknown;
}

/**
 * Checks that the author of a workflow, who may use a credential but not see it, sends its keys to
 * no host of his own: neither in the URL nor over a proxy that can read them.
 *
 * @param url an absolute URL
 * @param ofProvider the names of further hosts of the provider
 * @throws Failure when somebody else could read the keys
 */
export function checkRoute(
	credential: ICredentialDataDecryptedObject,
	request: object,
	url: string,
	ofProvider?: RegExp,
): void {
	const { proxy, skipSslCertificateValidation, rejectUnauthorized, agentOptions }: Route = request;
	const { origin, protocol, hostname } = new URL(url);
	const isEncrypted = protocol === 'https:';
	const isOwn =
		origin === new URL(endpointOf(credential)).origin ||
		(isEncrypted && ofProvider?.test(hostname));
	if (!isOwn && !hasList(credential)) {
		throw new Failure(
			'fatal',
			'The URL of the request has another host than the endpoint in the credential. To allow it, set Allowed HTTP Request Domains in the credential to Specific Domains, and list the host.',
		);
	}
	const isVerified =
		isEncrypted && !skipSslCertificateValidation && rejectUnauthorized !== false && !agentOptions;
	if (proxy && !isVerified) {
		throw new Failure(
			'fatal',
			'The proxy could read the keys. Use an https:// endpoint, turn off Ignore SSL Issues, or remove Proxy. If this n8n server needs a proxy, set its environment variable HTTPS_PROXY.',
		);
	}
}

/** Whether the credential lists the hosts that it may be sent to: n8n compares them itself. */
const hasList = ({ allowedHttpRequestDomains, allowedDomains }: ICredentialDataDecryptedObject) =>
	allowedHttpRequestDomains === 'domains' && String(allowedDomains ?? '').trim() !== '';

import { Failure } from '../engine/errors/failure';

/** Hosts of this machine, as the URL standard spells them; nobody listens on the way there. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * An address that keys are sent to, without blanks around it. No error quotes it: it may be a key
 * that was pasted into the wrong field.
 *
 * @param subject what messages call the address
 * @param allowHttp the credential's field of this name
 * @throws Failure when it is not a URL, or one where keys would travel unencrypted
 */
export function checkUrl(subject: string, value: unknown, allowHttp?: unknown): string {
	const url = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		const fault = url === '' ? 'is empty' : 'is not a URL';
		throw new Failure('fatal', `${subject} ${fault}. It must begin with https://`);
	}
	const { protocol, hostname, username, password } = new URL(url);
	if (username || password) {
		throw new Failure(
			'fatal',
			`${subject} has a user name or a password in it, which would take the place of the keys. Remove both`,
		);
	}
	if (protocol === 'http:' && allowHttp !== true && !LOOPBACK.test(hostname)) {
		throw new Failure(
			'fatal',
			`${subject} begins with http://, so the keys would travel unencrypted. Use https://, or allow HTTP in the credential if the network is your own`,
		);
	}
	return url;
}

import { Failure } from '../engine/errors/failure';

/** Hosts of this machine, as the URL standard spells them: nobody can listen in between. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * An address that keys are sent to, without surrounding blanks. No error quotes it, because it may
 * be a key that was pasted into the wrong field.
 *
 * @param subject the name of the address in messages
 * @param allowHttp the credential's field of this name
 * @throws Failure when it is not a URL, or keys would travel to it unencrypted
 */
export function checkUrl(subject: string, value: unknown, allowHttp?: unknown): string {
	const url = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		const fault = url === '' ? 'is empty' : 'is not a URL';
		throw new Failure('fatal', `${subject} ${fault}. Enter a URL that begins with https://.`);
	}
	const { protocol, hostname, username, password } = new URL(url);
	if (username || password) {
		throw new Failure(
			'fatal',
			`${subject} contains a user name or a password, which would replace the keys. Remove both.`,
		);
	}
	if (protocol === 'http:' && allowHttp !== true && !LOOPBACK.test(hostname)) {
		throw new Failure(
			'fatal',
			`${subject} begins with http://, so the keys would travel unencrypted. Use https://, or turn on Allow HTTP in the credential if the network is your own.`,
		);
	}
	return url;
}

import { Failure } from '../../nodes/shared/requestEngine/failure';

/**
 * An address of a credential, without blanks around it.
 *
 * @param name of the field, for the message
 * @throws Failure when it is not a URL
 */
export function checkUrl(name: string, value: unknown): string {
	const url = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		throw new Failure(
			'run',
			`The ${name} "${url}" in the credential is not a URL: it must begin with https://`,
		);
	}
	return url;
}

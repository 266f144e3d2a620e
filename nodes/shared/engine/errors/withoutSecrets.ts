import { Failure } from './failure';
import { redact } from './redact';
import { withoutKeys } from './withoutKeys';

/** A failure without secrets in its texts. A response that becomes items loses only the keys. */
export function withoutSecrets({ kind, message, details }: Failure, secrets: string[]): Failure {
	const { body, ...told } = details;
	return new Failure(kind, redact(message, secrets), {
		...redact(told, secrets),
		body: withoutKeys(body, secrets),
	});
}

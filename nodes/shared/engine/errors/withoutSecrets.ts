import { Failure } from './failure';
import { redact } from './redact';
import { withoutKeys } from './withoutKeys';

/** A failure without secrets in its texts. In a response that becomes items, only keys are
 * removed. */
export function withoutSecrets({ kind, message, details }: Failure, secrets: string[]): Failure {
	const { body, ...told } = details;
	return new Failure(kind, redact(message, secrets), {
		...redact(told, secrets),
		body: withoutKeys(body, secrets),
	});
}

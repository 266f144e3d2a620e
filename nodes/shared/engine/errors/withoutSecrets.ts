import { Failure } from './failure';
import { redact } from './redact';

/** A failure without secrets in its texts. A response that becomes items stays unchanged. */
export function withoutSecrets({ kind, message, details }: Failure, secrets: string[]): Failure {
	const { body, ...told } = details;
	return new Failure(kind, redact(message, secrets), { ...redact(told, secrets), body });
}

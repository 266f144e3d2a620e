import { Failure } from './errors/failure';
import { withoutKeys } from './errors/withoutKeys';
import { withoutSecrets } from './errors/withoutSecrets';
import { toFailure } from './errors/toFailure';

/** How a credential signed a request in. */
interface SignIn {
	/** Texts that nobody may read: the keys, and the headers that contain them. */
	secrets: string[];
	/** Makes the next request sign in again; missing for keys that do not expire. */
	renew?: () => void;
}

/** By the request's options: n8n passes the engine's own object to `authenticate`. */
const signIns = new WeakMap<object, SignIn>();

/** Remembers how a request was signed in, in case it fails. */
export function noteSignIn(request: object, signIn: SignIn): void {
	signIns.set(request, signIn);
}

/**
 * The failure of a request, without the secrets that it carried: a provider or a proxy may repeat
 * the request in its response.
 *
 * @param request the options that were passed to n8n
 */
export function failureOf(request: object, error: unknown): Failure {
	const { secrets, renew } = signIns.get(request) ?? { secrets: [] };
	const failure = withoutSecrets(isOutOfStack(error) ? tooDeep() : toFailure(error), secrets);
	if (failure.kind !== 'unauthenticated') return failure;
	renew?.();
	return renew ? failure : new Failure('fatal', failure.message, failure.details);
}

/**
 * A response that becomes items, without the keys of its request.
 *
 * @param request the options that were passed to n8n
 */
export const responseTo = <T>(request: object, response: T): T =>
	withoutKeys(response, signIns.get(request)?.secrets ?? []);

/** Whatever looks into a response calls itself for each level, and V8 ends that with this error. */
const isOutOfStack = (error: unknown) =>
	error instanceof RangeError && error.message.includes('call stack');

const tooDeep = () =>
	new Failure(
		'rejected',
		'The response is nested too deep to be read, and may have been charged. Check the endpoint in the credential, and any proxy in between.',
	);

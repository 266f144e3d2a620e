import { Failure } from './errors/failure';
import { withoutSecrets } from './errors/withoutSecrets';
import { toFailure } from './errors/toFailure';

/** How a credential has signed a request in. */
export interface SignIn {
	/** What nobody may read: the keys, and the headers that were made of them. */
	secrets: string[];
	/** Has the next request sign in anew; missing where the keys themselves were refused. */
	renew?: () => void;
}

/** By the request's options: the object that n8n hands to `authenticate` is the engine's own. */
const signIns = new WeakMap<object, SignIn>();

/** Remembers how a request was signed in, for the case that it fails. */
export function noteSignIn(request: object, signIn: SignIn): void {
	signIns.set(request, signIn);
}

/**
 * The failure of a request, without the secrets that it carried: a provider or a proxy may repeat
 * the request in what it says.
 *
 * @param request the options that were handed to n8n
 */
export function failureOf(request: object, error: unknown): Failure {
	const { secrets, renew } = signIns.get(request) ?? { secrets: [] };
	const failure = withoutSecrets(toFailure(error), secrets);
	if (failure.kind !== 'unauthenticated') return failure;
	renew?.();
	return renew ? failure : new Failure('fatal', failure.message, failure.details);
}

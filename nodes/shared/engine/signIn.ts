import type { Failure } from './errors/failure';
import { cleaned } from './errors/cleaned';
import { toFailure } from './errors/toFailure';

/** How a credential has signed a request in. */
export interface SignIn {
	/** What nobody may read: the keys, and the headers that were made of them. */
	secrets: string[];
	/** Called when the provider says that the sign-in is no longer good. */
	refused?: () => void;
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
	const { secrets, refused } = signIns.get(request) ?? { secrets: [] };
	const failure = toFailure(error);
	if (failure.kind === 'unauthenticated') refused?.();
	return cleaned(failure, secrets);
}

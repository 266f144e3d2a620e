import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { Failure, type FailureKind } from '../engine/errors/failure';
import { foreignResponse } from '../engine/errors/foreignResponse';
import { failureOf } from '../engine/signIn';
import { statusFailure } from '../engine/errors/statusFailure';
import { noResponse } from '../engine/errors/noResponse';

type Credential = ICredentialDataDecryptedObject;
type Helpers = IHttpRequestHelper['helpers'];

/** For all of a test, in ms. */
const TIMEOUT = 20_000;

/** How a provider's credential is tested: with a request for an image that is not there. */
interface ServiceTest {
	/** The provider's name, for messages. */
	provider: string;
	/** @throws Failure when the credential does not say where to send it */
	request: (credential: Credential) => IHttpRequestOptions;
	signIn: (
		credential: Credential,
		request: IHttpRequestOptions,
		helpers: Helpers,
	) => Promise<IHttpRequestOptions>;
	/** The code and the message of an answer; no code in the answer of another service. */
	read: (body: object) => { code?: unknown; message?: unknown };
	/** What codes mean; one that is missing stands under its first part (`A` for `A.B`). */
	errors: Record<string, [FailureKind, string]>;
	/** Whether a code speaks of the missing image: the keys are checked before, and so are good. */
	isOfImage: (code: string, kind?: FailureKind) => boolean;
}

/**
 * The function that n8n calls to test a credential. The rules that a credential type may have instead
 * compare codes one by one, and their request waits for five minutes; this one has a sentence for
 * every failure, within 20 seconds.
 */
export const credentialTest = (service: ServiceTest) =>
	async function (
		this: ICredentialTestFunctions,
		{ data = {} }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const helpers = httpHelpers(this);
		const test = async () => await tryKeys(service, data, helpers);
		// A token that is kept from before may be refused; the next one is new.
		const tests = test().catch(async (error: Failure) => {
			if (error.kind !== 'unauthenticated') throw error;
			await test();
		});
		try {
			await Promise.race([tests, timeout()]);
			return { status: 'OK', message: 'Connection successful!' };
		} catch (error) {
			const { message, details } = error as Failure;
			const words = details?.description;
			return { status: 'Error', message: words ? `${message}. ${words}` : message };
		}
	};

/** n8n gives tests the older request function only. */
const httpHelpers = ({ helpers }: ICredentialTestFunctions): Helpers => ({
	httpRequest: async (options: IHttpRequestOptions) =>
		await helpers.request({
			...options,
			json: true,
			followRedirect: false,
			resolveWithFullResponse: true,
			simple: false,
			timeout: TIMEOUT,
		}),
});

/** The time-out of a request begins when it is connected, and begins anew with each byte. */
async function timeout(): Promise<never> {
	const signal = AbortSignal.timeout(TIMEOUT);
	await new Promise((resolve) => signal.addEventListener('abort', resolve));
	throw new Failure(
		'rejected',
		'No answer came within 20 seconds. Check the address in the credential, and any firewall or proxy on the way',
	);
}

/** @throws Failure when the keys are not good, or nobody can say */
async function tryKeys(service: ServiceTest, credential: Credential, helpers: Helpers) {
	const request = service.request(credential);
	try {
		const signed = await service.signIn(credential, request, helpers);
		const response: IN8nHttpFullResponse = await helpers.httpRequest(signed).catch((error) => {
			throw new Failure('rejected', noResponse(error, 'endpoint'));
		});
		checkTestResponse(service, response);
	} catch (error) {
		throw failureOf(request, error);
	}
}

function checkTestResponse(service: ServiceTest, response: IN8nHttpFullResponse) {
	const { provider, read, errors, isOfImage } = service;
	const { code, message } = read(Object(response.body));
	if (code === undefined || code === null) throw foreignResponse(response, provider);

	const name = String(code).trim();
	const listed = [name, name.split('.')[0]].find((part) => Object.hasOwn(errors, part));
	const [kind, sentence] = listed === undefined ? [] : errors[listed];
	if (isOfImage(name, kind)) return;
	const said = message ? { description: `${provider} says: ${String(message)}` } : {};
	if (kind === undefined && response.statusCode >= 300) throw statusFailure(response, said);
	const unknown = 'The answer does not say whether the keys are good';
	throw new Failure(kind ?? 'rejected', `${sentence ?? unknown} (${name})`, said);
}

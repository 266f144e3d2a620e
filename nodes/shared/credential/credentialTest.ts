import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestHelper,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { findError, type ErrorTable } from '../engine/errors/errorTable';
import { wholeText } from '../engine/errors/errorText';
import { Failure, type FailureKind } from '../engine/errors/failure';
import { foreignResponse } from '../engine/errors/foreignResponse';
import { toFailure } from '../engine/errors/toFailure';
import { failureOf } from '../engine/signIn';
import { statusFailure } from '../engine/errors/statusFailure';
import { noResponse } from '../engine/errors/noResponse';

type Credential = ICredentialDataDecryptedObject;
type Helpers = IHttpRequestHelper['helpers'];

/** For all of a test, in ms. */
const TIMEOUT = 20_000;

/** How a provider's credential is tested: with a request without a readable image. */
interface ServiceTest {
	/** The provider's name, for messages. */
	provider: string;
	/** @throws Failure when the credential has no valid endpoint */
	request: (credential: Credential) => IHttpRequestOptions;
	signIn: (
		credential: Credential,
		request: IHttpRequestOptions,
		helpers: Helpers,
	) => Promise<IHttpRequestOptions>;
	/** The code and the message of a response; no code if another service responded. */
	read: (body: object) => { code?: unknown; message?: unknown };
	/** What codes mean; a code that is not listed uses the entry of its first part (`A` for `A.B`). */
	errors: ErrorTable;
	/** Whether a code is about the missing image: the provider checks keys first, so they are valid. */
	isOfImage: (code: string, kind?: FailureKind) => boolean;
}

/**
 * The function that n8n calls to test a credential. The rules that a credential type may have instead
 * compare codes one by one, and their request waits for five minutes. This test has a message for
 * every failure, within 20 seconds.
 */
export const credentialTest = (service: ServiceTest) =>
	async function (
		this: ICredentialTestFunctions,
		{ data = {} }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const helpers = httpHelpers(this);
		const test = async () => await tryKeys(service, data, helpers);
		// The provider may reject a cached token; the second try gets a new one.
		const tests = test().catch(async (error: Failure) => {
			if (error.kind !== 'unauthenticated') throw error;
			await test();
		});
		try {
			await Promise.race([tests, timeout()]);
			return { status: 'OK', message: 'Connection successful!' };
		} catch (error) {
			return { status: 'Error', message: wholeText({ failure: toFailure(error) }) };
		}
	};

/** n8n gives credential tests only the older request function. */
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

/** One limit for the whole test: a request's own time-out starts again with each byte. */
async function timeout(): Promise<never> {
	const signal = AbortSignal.timeout(TIMEOUT);
	await new Promise((resolve) => signal.addEventListener('abort', resolve));
	throw new Failure(
		'rejected',
		'No response arrived within 20 seconds. Check the address in the credential, and any firewall or proxy in between.',
	);
}

/** @throws Failure when the keys are not valid, or the response does not show it */
async function tryKeys(service: ServiceTest, credential: Credential, helpers: Helpers) {
	const request = service.request(credential);
	try {
		const signed = await service.signIn(credential, request, helpers);
		const response: IN8nHttpFullResponse = await helpers.httpRequest(signed).catch((error) => {
			throw new Failure('rejected', noResponse(error, 'endpoint', request.baseURL));
		});
		checkTestResponse(service, response, `The service at ${new URL(request.baseURL!).host}`);
	} catch (error) {
		throw failureOf(request, error);
	}
}

function checkTestResponse(service: ServiceTest, response: IN8nHttpFullResponse, server: string) {
	const { provider, read, errors, isOfImage } = service;
	const { code, message } = read(Object(response.body));
	if (code === undefined || code === null) throw foreignResponse(response, provider, server);

	const name = String(code).trim();
	const [kind, known] = findError(errors, name) ?? [];
	if (isOfImage(name, kind)) return;
	const said = message ? { description: `${provider} says: ${String(message)}` } : {};
	if (kind === undefined && response.statusCode >= 300) throw statusFailure(response, said, server);
	const unknown =
		'The response does not show whether the keys are valid. Check the endpoint in the credential.';
	throw new Failure(kind ?? 'rejected', known ?? unknown, { ...said, code: name });
}

import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { Failure } from '../../shared/engine/errors/failure';
import type { HttpRequest, OcrRequest } from '../../shared/engine/ocrOperation';
import { failureOf } from '../../shared/engine/signIn';
import { withSignal } from '../../shared/engine/withSignal';
import type { ImageFile } from '../../shared/input/imageFile';
import { multipartForm } from '../../shared/input/multipartForm';
import { namesIn } from '../../shared/output/documents/namesIn';
import { isObject, plainText } from '../../shared/output/values';
import { Envelope, readPublicKey, type PublicKey } from '../auth/envelope';
import { publicKeyOf } from '../auth/publicKeys';
import type { Values } from '../output/documents/asked';
import type { DocumentEntry } from '../output/documents/documentEntry';
import { checkHeader } from '../output/resultHeader';

/** In ms. All executions of the process wait for the same key. */
const TIMEOUT = 30_000;

/**
 * A request in an envelope. Each attempt has an envelope of its own.
 *
 * @param credential the name of the type that signs requests in
 * @param asked what is sent besides, or in place of, a file
 * @param ended aborted when nothing more is sent
 */
export function sealedRequest(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	credential: string,
	entry: DocumentEntry,
	{ values, plain = [], headers }: Values,
	image: ImageFile | undefined,
	ended: AbortSignal,
): Pick<OcrRequest, 'build' | 'open'> {
	let envelope: Envelope | undefined;
	return {
		async build(onBodyRead) {
			const publicKey = await unlessEnded(ended, fetchedKey(context, options, credential, entry));
			const own = new Envelope();
			envelope = own;
			const sealed = { ...options.headers, ...headers, ...own.headers(publicKey) };
			if (image) {
				const form = multipartForm({ image: own.sealFile(image) });
				const body = await form.body(onBodyRead);
				return { ...options, headers: { ...sealed, ...form.headers }, body };
			}
			const body = Object.fromEntries(
				Object.entries(values).map(([name, value]) => [
					name,
					plain.includes(name) ? value : own.seal(value),
				]),
			);
			return { ...options, headers: sealed, body };
		},

		open(body) {
			return namesIn(entry.sealed).reduce<typeof body>(
				(opened, path) =>
					changedAt(opened, ['result', ...path.split('.')], (text) =>
						text === '' ? text : envelope!.open(text),
					) as typeof body,
				body,
			);
		},
	};
}

/** A result, unless the run ends earlier: others may still wait for it. */
const unlessEnded = async <Result>(ended: AbortSignal, result: Promise<Result>): Promise<Result> =>
	await withSignal(ended, async (signal) => {
		const end = new Promise<never>((_, reject) => {
			const rejectNow = () => reject(signal.reason as Error);
			if (signal.aborted) rejectNow();
			else signal.addEventListener('abort', rejectNow, { once: true });
		});
		return await Promise.race([result, end]);
	});

/** A copy in which all texts at a path are others. Lists on the way are gone through. */
function changedAt(value: unknown, path: string[], change: (text: string) => string): unknown {
	if (Array.isArray(value)) return value.map((element) => changedAt(element, path, change));
	const [name, ...rest] = path;
	if (name === undefined) return typeof value === 'string' ? change(value) : value;
	if (!isObject(value) || !Object.hasOwn(value, name)) return value;
	return { ...value, [name]: changedAt(value[name], rest, change) };
}

/** The public key of a request's API, from NHN Cloud or as it is known. */
async function fetchedKey(
	context: IExecuteSingleFunctions,
	options: HttpRequest,
	credential: string,
	{ publicKey: service }: DocumentEntry,
): Promise<PublicKey> {
	const url = `/public-keys/${service}`;
	return await publicKeyOf(`${options.baseURL}${url}`, async () => {
		const request: IHttpRequestOptions = {
			...(options as IHttpRequestOptions),
			method: 'GET',
			url,
			body: undefined,
			headers: { ...options.headers },
			timeout: TIMEOUT,
			returnFullResponse: true,
			// n8n sets the signal of the execution, but others wait for the key as well.
			get abortSignal() {
				return undefined;
			},
			set abortSignal(_: AbortSignal | undefined) {},
		};
		try {
			const { helpers } = context;
			const send = helpers.httpRequestWithAuthentication.bind(context);
			const response = await send(credential, request);
			checkHeader(context, response);
			const { result } = response.body;
			const { key, version } = isObject(result) ? result : {};
			const read = readPublicKey(plainText(key).trim());
			if (read && !/^\s*$/.test(plainText(version))) {
				return { key: read, version: plainText(version).trim() };
			}
		} catch (error) {
			throw failureOf(request, error);
		}
		throw new Failure(
			'rejected',
			'NHN Cloud sent no public key to encrypt the request with. Check the endpoint in the credential, and any proxy in between.',
			{ response: {} },
		);
	});
}

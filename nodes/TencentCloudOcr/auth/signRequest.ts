import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { checkRoute } from '../../shared/credential/checkRoute';
import { noteSignIn } from '../../shared/engine/signIn';
import { tc3Authorization } from './authorization';
import { requestBody } from './requestBody';
import { requestUrl } from './requestUrl';

/** n8n's HTTP Request node passes the older request form: `uri` for `url`, and forms. */
type AnyRequest = Omit<IHttpRequestOptions, 'url'> & {
	url?: string;
	uri?: string;
	form?: unknown;
	formData?: unknown;
};

const WANT_JSON = 'Tencent Cloud accepts parameters only as JSON. Set Body Content Type to JSON.';

/** Headers that the signature sets; an earlier one in other letter case would be sent as well. */
const OWN_HEADERS = ['authorization', 'content-type', 'host', 'x-tc-timestamp'];

/** The service is the first label of an official host (`cvm.ap-guangzhou.tencentcloudapi.com`). */
const serviceOf = (host: string) => (/\btencentcloudapi\b/.test(host) ? host.split('.')[0] : 'ocr');

/**
 * Signs a request with TC3-HMAC-SHA256. To send exactly what is signed, the query moves into the
 * URL, and the body becomes the Buffer that was hashed.
 *
 * @throws UserError when the request does not fit Tencent Cloud's API 3.0
 * @throws Failure when a signature may not be sent to its address
 * Source: Tencent Cloud, "Signature Method v3" and "Common Parameters".
 */
export async function signRequest(
	credentials: ICredentialDataDecryptedObject,
	request: AnyRequest,
): Promise<IHttpRequestOptions> {
	const { uri, baseURL, qs, form, formData, ...options } = request;
	// Pasted keys may have a blank or a line break around them.
	const field = (name: string) => String(credentials[name] ?? '').trim();
	const [secretId, secretKey, sessionToken] = ['secretId', 'secretKey', 'sessionToken'].map(field);
	const given = new Map(
		Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
	);
	if (!given.get('x-tc-action') || !given.get('x-tc-version')) {
		throw new UserError(
			'The request has no action or no version. Add the headers X-TC-Action and X-TC-Version.',
		);
	}
	if (form !== undefined || formData !== undefined) {
		throw new UserError(WANT_JSON);
	}

	const method = options.method ?? 'GET';
	const url = requestUrl({ url: options.url ?? uri, baseURL, qs }, credentials.allowHttp);
	checkRoute(credentials, options, url.href, /\.tencentcloudapi\.com$/);
	const body = method === 'GET' ? undefined : await requestBody(options.body);
	const contentType = String(
		given.get('content-type') ?? (body ? 'application/json' : 'application/x-www-form-urlencoded'),
	);
	// n8n would encode bodies of these types again, after they are signed.
	if (body && /form-urlencoded|multipart/i.test(contentType)) throw new UserError(WANT_JSON);
	const timestamp = Math.floor(Date.now() / 1000);
	const authorization = tc3Authorization(
		{
			method,
			path: url.pathname,
			query: url.search.slice(1),
			// Tencent's own SDKs sign these two, and the host without its port.
			headers: { 'content-type': contentType, host: url.hostname },
			payload: body ?? '',
		},
		{
			secretId,
			secretKey,
			service: serviceOf(url.hostname),
			timestamp,
		},
	);

	const [, signature = ''] = authorization.split('Signature=');
	noteSignIn(request, {
		secrets: [secretId, secretKey, sessionToken, authorization, signature],
	});

	const optional = [
		['X-TC-Region', field('region')],
		['X-TC-Token', sessionToken],
	].filter(([name, value]) => value !== '' && !given.has(name.toLowerCase()));
	return {
		...options,
		url: url.href,
		body,
		// The signature is valid for five minutes, wherever a redirect carries it.
		maxRedirects: 0,
		headers: {
			...Object.fromEntries(
				Object.entries(options.headers ?? {}).filter(
					([name]) => !OWN_HEADERS.includes(name.toLowerCase()),
				),
			),
			...Object.fromEntries(optional),
			'Content-Type': contentType,
			'X-TC-Timestamp': String(timestamp),
			Authorization: authorization,
		},
	};
}

import { createHash, createHmac } from 'node:crypto';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';
import type { Call } from './call';

/** The parts of an Authorization header of TC3-HMAC-SHA256. */
export interface Authorization {
	secretId: string;
	/** UTC day, yyyy-mm-dd. */
	date: string;
	service: string;
	/** Names of the signed headers, joined by semicolons. */
	signedHeaders: string;
	/** Hexadecimal. */
	signature: string;
}

/** Takes an Authorization header apart; undefined if it is not of TC3-HMAC-SHA256. */
export function parseAuthorization(header: string): Authorization | undefined {
	const parts =
		/^TC3-HMAC-SHA256 Credential=([^/,]+)\/([\d-]+)\/([\w-]+)\/tc3_request, *SignedHeaders=([\w;-]+), *Signature=(\w+)$/.exec(
			header,
		);
	if (!parts) return undefined;
	const [, secretId, date, service, signedHeaders, signature] = parts;
	return { secretId, date, service, signedHeaders, signature };
}

/**
 * Whether a call was signed with the key.
 *
 * Tencent's SDK is the judge of what it can sign itself: content type and host name without port.
 * Other clients sign the action too, or the host with its port; those are computed here, as
 * https://www.tencentcloud.com/document/api/1005/34865 says.
 */
export function isSigned(call: Call, authorization: Authorization, secretKey: string): boolean {
	const { secretId, service, signedHeaders, signature } = authorization;
	const hostname = new URL(`http://${call.host}`).hostname;
	const bySdk = Sign.sign3({
		method: call.method,
		url: `http://${call.host}/${call.query && `?${call.query}`}`,
		payload: call.body,
		timestamp: Number(call.timestamp),
		service,
		secretId,
		secretKey,
		multipart: false,
		boundary: '',
		headers: { 'Content-Type': call.contentType },
	});
	const { signedHeaders: sdkSignedHeaders, signature: sdkSignature } = parseAuthorization(bySdk)!;
	if (signedHeaders === sdkSignedHeaders && signature === sdkSignature) return true;

	const otherHosts = signedHeaders === sdkSignedHeaders ? [call.host] : [call.host, hostname];
	return otherHosts.some((host) => sign(call, authorization, host, secretKey) === signature);
}

/** The signature over either documented list of headers; undefined for another list or day. */
function sign(
	call: Call,
	{ date, service, signedHeaders }: Authorization,
	host: string,
	secretKey: string,
): string | undefined {
	const headers = {
		'content-type;host': [`content-type:${call.contentType}`, `host:${host}`],
		'content-type;host;x-tc-action': [
			`content-type:${call.contentType}`,
			`host:${host}`,
			`x-tc-action:${call.action.toLowerCase()}`,
		],
	}[signedHeaders];
	const today = new Date(Number(call.timestamp) * 1000).toISOString().slice(0, 10);
	if (!headers || date !== today) return undefined;

	const request = [call.method, '/', call.query, ...headers, '', signedHeaders, sha256(call.body)];
	const scope = `${date}/${service}/tc3_request`;
	const text = ['TC3-HMAC-SHA256', call.timestamp, scope, sha256(request.join('\n'))].join('\n');
	const key = [date, service, 'tc3_request'].reduce<Buffer | string>(hmac, `TC3${secretKey}`);
	return hmac(key, text).toString('hex');
}

function sha256(content: Buffer | string): string {
	return createHash('sha256').update(content).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
	return createHmac('sha256', key).update(text).digest();
}

import { createHash, createHmac } from 'node:crypto';

/** The parts of a request that a TC3 signature covers, exactly as they are sent. */
interface Tc3Request {
	method: string;
	path: string;
	/** The query string without its question mark, encoded; empty for none. */
	query: string;
	/** The headers to sign, at least `content-type` and `host`; names in lower case. */
	headers: Record<string, string>;
	payload: string | Buffer;
}

/** The key that signs, the service and the time. */
interface Tc3Scope {
	secretId: string;
	secretKey: string;
	service: string;
	/** Unix time in seconds; the server allows five minutes of difference. */
	timestamp: number;
}

const ALGORITHM = 'TC3-HMAC-SHA256';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

const hmac = (key: string | Buffer, data: string) =>
	createHmac('sha256', key).update(data).digest();

/**
 * The Authorization header of a Tencent Cloud API 3.0 request.
 *
 * Source: Tencent Cloud, "Signature Method v3" (TC3-HMAC-SHA256).
 */
export function tc3Authorization(request: Tc3Request, scope: Tc3Scope): string {
	const names = Object.keys(request.headers).sort();
	const signedHeaders = names.join(';');
	const canonicalRequest = [
		request.method,
		request.path,
		request.query,
		...names.map((name) => `${name}:${request.headers[name]}`),
		'',
		signedHeaders,
		sha256(request.payload),
	].join('\n');

	const date = new Date(scope.timestamp * 1000).toISOString().slice(0, 10);
	const credentialScope = `${date}/${scope.service}/tc3_request`;
	const stringToSign = [ALGORITHM, scope.timestamp, credentialScope, sha256(canonicalRequest)].join(
		'\n',
	);

	const key = [date, scope.service, 'tc3_request'].reduce<string | Buffer>(
		hmac,
		`TC3${scope.secretKey}`,
	);
	const signature = hmac(key, stringToSign).toString('hex');
	return `${ALGORITHM} Credential=${scope.secretId}/${credentialScope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

/** Codes of Node.js, Axios and OpenSSL for requests that get no response. */
const SENTENCES: Array<[codes: RegExp, message: (place: string) => string]> = [
	[
		/^(ENOTFOUND|EAI_AGAIN)$/,
		(place) =>
			`The host of the ${place} was not found. Check its address in the credential, and the network of this n8n server.`,
	],
	[
		/^ECONNREFUSED$/,
		(place) => `The host of the ${place} refused the connection. Check its address and its port.`,
	],
	[
		/^(ETIMEDOUT|ECONNABORTED|EHOSTUNREACH|ENETUNREACH)$/,
		(place) =>
			`The ${place} does not respond. Check its address, and any firewall or proxy in between.`,
	],
	[
		/^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE)$/,
		(place) =>
			`The connection to the ${place} closed early. Try again, and check any proxy in between.`,
	],
	[
		/^(EPROTO|ERR_SSL|ERR_TLS_(?!CERT))/,
		(place) => `The ${place} does not use HTTPS. Check its address and its port.`,
	],
	[
		/CERT|UNABLE_TO_/,
		(place) =>
			`The certificate of the ${place} is not trusted. Check the address. If the certificate is your own, set NODE_EXTRA_CA_CERTS of this n8n server to the path of its file.`,
	],
];

/**
 * A message that says why a request got no response, and what to do.
 *
 * @param error as n8n throws it: an Axios error, or n8n's own error with the Axios error as its
 * cause
 * @param address its name in messages, such as "endpoint"
 * @param url where the request was sent; only its host is shown
 */
export function noResponse(error: unknown, address: string, url?: string): string {
	const place = url && URL.canParse(url) ? `${address} ${new URL(url).host}` : address;
	const { code, cause, message } = error as Error & { code?: string; cause?: { code?: string } };
	const name = code ?? cause?.code;
	if (name === undefined) return message.replace(/[^.!?]$/, '$&.');
	const known = SENTENCES.find(([codes]) => codes.test(name));
	return known
		? known[1](place)
		: `The ${place} could not be reached (${name}). Check its address, and any firewall or proxy in between.`;
}

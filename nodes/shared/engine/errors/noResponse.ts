/** What Node.js, Axios and OpenSSL call the ways in which a request gets no answer. */
const SENTENCES: Array<[codes: RegExp, sentence: (place: string) => string]> = [
	[
		/^(ENOTFOUND|EAI_AGAIN)$/,
		(place) =>
			`The host of the ${place} was not found. Check the ${place} in the credential, and the network of this n8n server`,
	],
	[
		/^ECONNREFUSED$/,
		(place) => `The host of the ${place} refused the connection. Check its address and its port`,
	],
	[
		/^(ETIMEDOUT|ECONNABORTED|EHOSTUNREACH|ENETUNREACH)$/,
		(place) =>
			`The ${place} does not answer. Check its address, and any firewall or proxy on the way`,
	],
	[
		/^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE)$/,
		(place) =>
			`The connection to the ${place} broke off. Try again, and check any proxy on the way`,
	],
	[
		/^(EPROTO|ERR_SSL|ERR_TLS_(?!CERT))/,
		(place) => `The ${place} does not speak HTTPS. Check its address and its port`,
	],
	[
		/CERT|UNABLE_TO_/,
		(place) =>
			`The certificate of the ${place} is not trusted. Check the address, and NODE_EXTRA_CA_CERTS of this n8n server if the certificate is your own`,
	],
];

/**
 * A sentence that says why a request got no answer, and what to do.
 *
 * @param error as n8n throws it: of Axios, or one of its own that holds that as its cause
 * @param place what the address is called
 */
export function noResponse(error: unknown, place: string): string {
	const { code, cause, message } = error as Error & { code?: string; cause?: { code?: string } };
	const name = code ?? cause?.code;
	if (name === undefined) return message;
	const known = SENTENCES.find(([codes]) => codes.test(name));
	return known ? known[1](place) : `The ${place} could not be reached (${name})`;
}

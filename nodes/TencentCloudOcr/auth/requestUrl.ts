import type { IDataObject } from 'n8n-workflow';

import { checkUrl } from '../../shared/credential/checkUrl';

/** The address of a request; `qs` are its parameters. */
interface RequestUrl {
	url?: string;
	baseURL?: string;
	qs?: IDataObject;
}

/**
 * The whole URL of a request, with its parameters in the query string. Lists and objects
 * become Tencent Cloud's dotted form: `Filters.0.Name=zone`.
 *
 * @param allowHttp the credential's field of this name
 * @throws Failure when a signature may not be sent to this URL
 */
export function requestUrl(
	{ url = '', baseURL, qs: parameters }: RequestUrl,
	allowHttp?: unknown,
): URL {
	const base = baseURL?.trim().replace(/\/+$/, '');
	const address = baseURL === undefined ? url : `${base}/${url.replace(/^\/+/, '')}`;
	const whole = new URL(checkUrl('The URL of the request', address, allowHttp));
	const query = dotted(parameters ?? {}).map(
		([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
	);
	if (query.length) whole.search = [whole.search.slice(1), ...query].filter(Boolean).join('&');
	return whole;
}

function dotted(value: object, prefix = ''): Array<[string, unknown]> {
	return Object.entries(value).flatMap(([key, entry]): Array<[string, unknown]> => {
		if (entry === null || entry === undefined) return [];
		if (typeof entry === 'object') return dotted(entry, `${prefix}${key}.`);
		return [[prefix + key, entry]];
	});
}

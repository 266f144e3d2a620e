import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

/**
 * The whole URL of a request, with its parameters in the query string. Lists and objects take
 * Tencent Cloud's dotted form: `Filters.0.Name=zone`.
 *
 * @throws UserError when it is not one
 */
export function requestUrl(url: string, baseURL?: string, parameters?: IDataObject): URL {
	const base = baseURL?.trim().replace(/\/+$/, '');
	const address = baseURL === undefined ? url : `${base}/${url.replace(/^\/+/, '')}`;
	if (!/^https?:/i.test(address) || !URL.canParse(address)) {
		throw new UserError(`The endpoint "${address}" is not a URL: it must begin with https://`);
	}
	const whole = new URL(address);
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

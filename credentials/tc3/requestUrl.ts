import type { IDataObject } from 'n8n-workflow';

/**
 * The whole URL of a request, with its parameters in the query string. Lists and objects take
 * Tencent Cloud's dotted form: `Filters.0.Name=zone`.
 */
export function requestUrl(url: string, baseURL?: string, parameters?: IDataObject): URL {
	const whole = new URL(
		baseURL ? `${baseURL.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}` : url,
	);
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

import { redact } from './redact';

/** Such a text may also be a word or a number of a document. */
const WORD = /^(\d+|[A-Z]?[a-z]+|[A-Z]+)$/;

/** A shorter key may be part of a document. */
const SHORTEST = 8;

/**
 * A response without the keys of its request, which a service may repeat beside the text of the
 * document, or in its place. A response that has none is the same object. What could be a part of
 * the document stays: words, numbers, and all that is shorter than eight characters.
 *
 * @param secrets what the request carried
 */
export function withoutKeys<T>(response: T, secrets: string[]): T {
	const keys = secrets.filter((secret) => secret.length >= SHORTEST && !WORD.test(secret));
	if (keys.length === 0 || !hasAny(response, keys.map(unescaped))) return response;
	return redact(response, keys);
}

/** The longest part of a key that stays as it is in all escapes. */
const unescaped = (key: string): string =>
	key
		.split(/[^A-Za-z0-9]+/)
		.reduce((longest, part) => (part.length > longest.length ? part : longest), '');

/** Whether a text within a value contains one of these parts. */
function hasAny(value: unknown, parts: string[]): boolean {
	if (typeof value === 'string') return parts.some((part) => value.includes(part));
	if (typeof value !== 'object' || value === null) return false;
	for (const entry of Array.isArray(value) ? value : Object.values(value)) {
		if (hasAny(entry, parts)) return true;
	}
	return false;
}

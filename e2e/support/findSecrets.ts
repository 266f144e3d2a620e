/** A place that was searched, by a name that tells it, and its text. */
export type Places = Record<string, string>;

/** A secret that was found, shortened, and where. */
export interface Find {
	secret: string;
	place: string;
}

/** Where secrets stand in a place, in any of the forms in which software repeats text. */
export function findSecrets(secrets: Iterable<string>, places: Places): Find[] {
	const unique = [...new Set(secrets)];
	return Object.entries(places).flatMap(([place, text]) =>
		unique
			.filter((secret) => formsOf(secret).some((form) => text.includes(form)))
			.map((secret) => ({ secret, place })),
	);
}

/** A text as it is, in escapes, and within a longer text that was encoded. */
export function formsOf(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	const forms = [
		secret,
		json,
		JSON.stringify(json).slice(1, -1),
		encodeURIComponent(secret),
		encodeURIComponent(encodeURIComponent(secret)),
		new URLSearchParams({ secret }).toString().slice('secret='.length),
		html(secret),
		Buffer.from(secret).toString('hex'),
		...withinBase64(secret),
	];
	return [...new Set(forms)];
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const html = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

/**
 * What base64 of a longer text contains of a part, wherever the part begins: base64 encodes three
 * bytes at a time, and the first and the last characters also depend on the neighbors.
 */
function withinBase64(part: string): string[] {
	const length = Buffer.byteLength(part);
	return [0, 1, 2].flatMap((before) => {
		const encoded = Buffer.from('\0'.repeat(before) + part).toString('base64');
		const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + length) * 8) / 6));
		return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
	});
}

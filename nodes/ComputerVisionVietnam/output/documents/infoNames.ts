/** The documented `confidence` of a passport, which is not about one of its fields. */
const DOCUMENT_CONFIDENCE = 'document_confidence';

/** Our name of what the provider names so in `info`; undefined for the aligned picture. */
export function infoName(name: string): string | undefined {
	if (/^image$/i.test(name)) return undefined;
	// The column `confidence` is the lowest of the fields'.
	return /^confidence$/i.test(name) ? DOCUMENT_CONFIDENCE : name;
}

/** What a name speaks of: a field by itself, or the confidence or the box of one. */
export function nameParts(name: string): { field: string; about?: 'confidence' | 'box' } {
	if (name === DOCUMENT_CONFIDENCE) return { field: name };
	const [, field, about] = /^(.+)_(confidence|box)$/i.exec(name) ?? [];
	return about ? { field, about: about.toLowerCase() as 'confidence' | 'box' } : { field: name };
}

/** The column for a passport's documented `confidence`, which belongs to no field. */
const DOCUMENT_CONFIDENCE = 'document_confidence';

/** The column for a name in `info`; undefined for the aligned image. */
export function infoName(name: string): string | undefined {
	if (/^image$/i.test(name)) return undefined;
	// The column `confidence` holds the lowest confidence of the fields.
	return /^confidence$/i.test(name) ? DOCUMENT_CONFIDENCE : name;
}

/** The parts of a name: a field, or the confidence or the box of a field. */
export function nameParts(name: string): { field: string; about?: 'confidence' | 'box' } {
	if (name === DOCUMENT_CONFIDENCE) return { field: name };
	const [, field, about] = /^(.+)_(confidence|box)$/i.exec(name) ?? [];
	return about ? { field, about: about.toLowerCase() as 'confidence' | 'box' } : { field: name };
}

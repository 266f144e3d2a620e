import { PNG } from '../../../test/support/files';

/** A picture that carries its own name behind its end, where no reader of pictures looks. */
const documentOf = (name: string) => new File([PNG, name], name, { type: 'image/png' });

/** The name that a document carries. */
export const nameIn = (document: Buffer) => document.subarray(PNG.length).toString();

/** One request to the webhook: the names of the documents in it, and what n8n answers. */
export interface Call {
	names: string[];
	status: number;
	text: string;
}

/** How many calls have one document, and how many have several. */
const SINGLE = 240;
const SEVERAL = 5;
const DOCUMENTS_OF_SEVERAL = 12;

/** How many documents the calls of a run have. */
export const DOCUMENTS = SINGLE + SEVERAL * DOCUMENTS_OF_SEVERAL;

/** The names of a run's documents, by call: most calls have one document. */
export function namesByCall(run: string): string[][] {
	const single = Array.from({ length: SINGLE }, (_, index) => [`${run}-${index}.png`]);
	const several = Array.from({ length: SEVERAL }, (_, call) =>
		Array.from({ length: DOCUMENTS_OF_SEVERAL }, (__, index) => `${run}-call${call}-${index}.png`),
	);
	// Spread, so that some are under way at any time.
	const every = SINGLE / SEVERAL;
	return several.flatMap((names, index) => [
		...single.slice(index * every, index * every + every / 2),
		names,
		...single.slice(index * every + every / 2, (index + 1) * every),
	]);
}

/** Sends documents to a webhook, in one request. */
export async function call(
	url: string,
	headers: Record<string, string>,
	names: string[],
): Promise<Call> {
	const body = new FormData();
	for (const [index, name] of names.entries()) body.append(`file${index}`, documentOf(name));
	const response = await fetch(url, { method: 'POST', headers, body });
	return { names, status: response.status, text: await response.text() };
}

import { integerOf, readDictionary, referenceOf, type Dictionary } from './dictionary';
import { Keywords } from './keywords';
import { objectsIn, type ObjectStream } from './objectStream';
import { streamEnds } from './streamEnds';
import type { Budget } from '../syntax/budget';

/** The place of an object: in the file, or in an object stream. */
export interface Place {
	stream?: ObjectStream;
	start: number;
	/** Undefined for the last one of an object stream. */
	end?: number;
}

/**
 * The places of the objects of a PDF, by number, and the number of its catalog. The file is read
 * from its first byte to its last, as readers do to repair a broken cross-reference table: if an
 * object occurs twice, the later one counts.
 *
 * Source: ISO 32000-1, 7.5.6 "Incremental Updates", 7.5.8 "Cross-Reference Streams".
 */
export async function findObjects(
	file: Buffer,
	budget: Budget,
): Promise<{ places: Map<number, Place>; root?: number }> {
	const places = new Map<number, Place>();
	let root: number | undefined;
	const keywords = new Keywords(file, budget);
	const endOfStream = streamEnds(file, budget);
	const place = (number: number, at: Place) => {
		budget.keep();
		places.set(number, at);
	};

	const readStream = async ({ Type, Length, First, Filter }: Dictionary) => {
		const { position } = keywords;
		const data = file.subarray(position, await endOfStream(keywords, Length));
		if (Type !== '/ObjStm') return;
		const stream = { data, isCompressed: Filter !== undefined, first: integerOf(First) ?? 0 };
		for await (const { number, start, end } of objectsIn(stream, budget)) {
			place(number, { stream, start, end });
		}
	};

	let header = await keywords.next('obj', 'trailer');
	while (header.kind !== 'end of file') {
		// The end of an object may be missing.
		const next = await keywords.next('obj', 'trailer', 'stream', 'endobj', 'startxref');
		const [start, end] = [header.end, next.start];
		if (header.number !== undefined) place(header.number, { start, end });
		if (header.kind === 'trailer' || next.kind === 'stream') {
			const dictionary = await readDictionary(file.subarray(start, end), budget);
			const hasRoot = header.kind === 'trailer' || dictionary.Type === '/XRef';
			if (hasRoot) root = referenceOf(dictionary.Root) ?? root;
			if (next.kind === 'stream') await readStream(dictionary);
		}
		const isHeader = next.kind === 'obj' || next.kind === 'trailer';
		header = isHeader ? next : await keywords.next('obj', 'trailer');
	}
	return { places, root };
}

import { inflate } from './inflate';

/** A PDF's objects by number, each as its text without a stream; and the number of its catalog. */
interface PdfObjects {
	objects: Map<number, string>;
	root?: number;
}

/** All page trees together are not longer, in bytes. */
const MOST_INFLATED = 64 * 1024 * 1024;

const OBJECT_OR_TRAILER = /\b(\d+)\s+\d+\s+obj\b|\btrailer\b/g;
const STREAM_OR_END = /\bstream(?:[ \t]*\r?\n|\r)|\bendobj\b|\bstartxref\b/g;

/**
 * Reads a PDF from its first byte to its last, the way readers repair a file whose
 * cross-reference table is broken: where an object stands twice, the later one is in force.
 * Objects in compressed object streams are read too.
 *
 * Source: ISO 32000-1, 7.3.8 "Stream Objects", 7.5.6 "Incremental Updates",
 * 7.5.7 "Object Streams", 7.5.8 "Cross-Reference Streams".
 */
export async function readObjects(file: Buffer): Promise<PdfObjects> {
	const text = file.toString('latin1');
	const objects = new Map<number, string>();
	let root: number | undefined;
	let inflated = 0;

	let position = 0;
	for (;;) {
		const header = matchFrom(OBJECT_OR_TRAILER, text, position);
		if (!header) return { objects, root };
		const start = header.index + header[0].length;
		const end = matchFrom(STREAM_OR_END, text, start);
		const dictionary = text.slice(start, end?.index);
		position = end ? end.index + end[0].length : text.length;

		const isTrailer = header[1] === undefined;
		if (isTrailer || /\/Type\s*\/XRef\b/.test(dictionary)) root = rootOf(dictionary) ?? root;
		if (isTrailer) continue;
		objects.set(Number(header[1]), dictionary);
		if (!end?.[0].startsWith('stream')) continue;
		const streamEnd = endOfStream(text, position, dictionary, objects);
		if (/\/Type\s*\/ObjStm\b/.test(dictionary)) {
			const data = file.subarray(position, streamEnd);
			const isCompressed = /\/Filter\b/.test(dictionary);
			const content = isCompressed
				? await inflate(data, MOST_INFLATED - inflated)
				: data.toString('latin1');
			if (isCompressed) inflated += content.length;
			for (const [number, object] of objectsIn(content, dictionary)) objects.set(number, object);
		}
		position = streamEnd;
	}
}

function matchFrom(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
	pattern.lastIndex = position;
	return pattern.exec(text);
}

function rootOf(dictionary: string): number | undefined {
	const [, number] = /\/Root\s+(\d+)\s+\d+\s+R\b/.exec(dictionary) ?? [];
	return number === undefined ? undefined : Number(number);
}

/** Where a stream ends: after its stated length, if its end is there; else where its end is found. */
function endOfStream(
	text: string,
	start: number,
	dictionary: string,
	objects: Map<number, string>,
): number {
	const [, value, generation] = /\/Length\s+(\d+)(?:\s+(\d+)\s+R\b)?/.exec(dictionary) ?? [];
	const length =
		generation === undefined
			? value
			: (objects.get(Number(value)) ?? lengthObject(text, start, value, generation));
	const stated = start + Number(length);
	if (/^\s*endstream/.test(text.slice(stated, stated + 20))) return stated;
	const found = text.indexOf('endstream', start);
	return found < 0 ? text.length : found;
}

/** The value of a length that is an object of its own, and stands behind its stream as mostly. */
function lengthObject(text: string, start: number, number: string, generation: string) {
	const object = new RegExp(`\\b${number}\\s+${generation}\\s+obj\\s+(\\d+)`, 'g');
	return matchFrom(object, text, start)?.[1];
}

/** An object stream begins with pairs of object number and offset, the offsets from `First` on. */
function objectsIn(content: string, dictionary: string): Array<[number, string]> {
	const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
	const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
	const pairs = numbers.flatMap((number, index) =>
		index % 2 === 0 ? [[number, first + numbers[index + 1]]] : [],
	);
	return pairs.map(([number, offset], index) => [
		number,
		content.slice(offset, pairs[index + 1]?.[1]),
	]);
}

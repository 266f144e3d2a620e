import { Lexer } from '../syntax/lexer';
import { Oddity } from '../syntax/oddity';
import { nameAt, parseValue, referencesIn, textOf, type Reference } from '../syntax/values';
import type { PdfObject } from '../structure/objectAt';
import type { Objects } from '../structure/objects';
import { rewrite, type Changes } from './rewrite';
import type { WrittenObject } from './writePdf';

/** What belongs to other pages, or to the whole file. A page that draws it is not understood. */
const FOREIGN_TYPES = [
	'Catalog',
	'ObjStm',
	'Page',
	'Pages',
	'StructElem',
	'StructTreeRoot',
	'XRef',
];
/** What is not drawn. A reference to one of these means an object that does not exist, then. */
const CUT_TYPES = ['EmbeddedFile', 'Filespec', 'Metadata', 'Outlines'];
/** What a picture or a drawing has that is not drawn. */
const CUT_OF_STREAMS = ['AF', 'Metadata', 'PieceInfo', 'StructParent', 'StructParents'];

/** Collects the objects of a new file: some written anew, and all that these refer to. */
export class Extract {
	readonly written = new Map<number, WrittenObject>();
	private readonly seen = new Set<number>();
	private readonly waiting: Reference[] = [];

	constructor(private readonly objects: Objects) {}

	/** Adds an object with a text of its own. */
	async put(
		{ number, generation }: Pick<Reference, 'number' | 'generation'>,
		text: string,
	): Promise<void> {
		const { budget } = this.objects;
		if (budget.spend(text.length)) await budget.rest();
		this.seen.add(number);
		this.add({ number, generation, text });
		this.waiting.push(...referencesIn(parseValue(new Lexer(Buffer.from(text, 'latin1'))).value));
	}

	/**
	 * Adds what the objects so far refer to, and what that refers to, and so on.
	 *
	 * @param look is called with each object
	 * @throws Oddity
	 */
	async follow(look: (object: PdfObject) => void): Promise<void> {
		for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
			if (this.seen.has(next.number)) continue;
			this.seen.add(next.number);
			const object = await this.objects.load(next);
			const type = nameAt(object?.value, 'Type') ?? '';
			if (FOREIGN_TYPES.includes(type)) throw new Oddity('a page draws what is not a part of it');
			if (!object || CUT_TYPES.includes(type)) continue;
			look(object);
			if (object.data) this.addStream(object, object.data);
			else {
				this.add({ ...object, text: textOf(object.value) });
				for (const reference of referencesIn(object.value)) this.waiting.push(reference);
			}
		}
	}

	/** A stream's length becomes a part of its dictionary. */
	private addStream({ number, generation, value }: PdfObject, data: Buffer): void {
		if (value.kind !== 'dictionary') return;
		const changes: Changes = new Map(CUT_OF_STREAMS.map((key) => [key, undefined]));
		this.add({
			number,
			generation,
			text: rewrite(value, changes.set('Length', String(data.length))),
			data,
		});
		for (const [key, entry] of value.entries) {
			if (!changes.has(key)) this.waiting.push(...referencesIn(entry.value));
		}
	}

	private add(object: WrittenObject): void {
		this.objects.budget.keep();
		this.written.set(object.number, object);
	}
}

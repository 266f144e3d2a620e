import { entryOf, nameAt, type Dictionary, type Value } from '../syntax/values';
import type { Objects } from '../structure/objects';
import { noCodes, type Codes } from './codes';
import { readCompositeFont } from './compositeFont';
import type { PlainStreams } from './plainStreams';
import { readSimpleFont } from './simpleFont';
import { readToUnicode } from './toUnicode';

/** What a font costs, in bytes that could be read in that time. */
const COST = 16 * 1024;

/**
 * Reads the fonts of a page, each once.
 *
 * Source: ISO 32000-1, 9.10 "Extraction of Text Content".
 */
export class Fonts {
	private readonly known = new Map<number | Value, Codes>();

	constructor(
		private readonly objects: Objects,
		private readonly streams: PlainStreams,
	) {}

	/**
	 * What the codes of a font stand for; undefined if it is no font.
	 *
	 * @throws Oddity
	 */
	async read(value: Value | undefined): Promise<Codes | undefined> {
		if (!value) return undefined;
		const key = value.kind === 'reference' ? value.number : value;
		const known = this.known.get(key);
		if (known) return known;
		const font = await this.objects.dictionary(value);
		if (!font) return undefined;
		const { budget } = this.objects;
		if (budget.spend(COST)) await budget.rest();
		const codes = await this.codesOf(font);
		this.known.set(key, codes);
		return codes;
	}

	private async codesOf(font: Dictionary): Promise<Codes> {
		const codes = await this.codesWithoutMap(font);
		const reference = entryOf(font, 'ToUnicode');
		const map = reference?.kind === 'reference' ? await this.objects.load(reference) : undefined;
		if (map?.data) {
			await readToUnicode(await this.streams.read(map), codes, this.objects.budget);
		}
		return codes;
	}

	private async codesWithoutMap(font: Dictionary): Promise<Codes> {
		const subtype = nameAt(font, 'Subtype');
		if (subtype === 'Type0') return await readCompositeFont(this.objects, this.streams, font);
		// Its glyphs are drawings, whose names are often numbers.
		if (subtype === 'Type3') return noCodes(1);
		return await readSimpleFont(this.objects, this.streams, font);
	}
}

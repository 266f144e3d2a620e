import { Oddity } from '../syntax/oddity';
import { entryOf, nameAt, type Dictionary, type Value } from '../syntax/values';
import type { PdfObject } from '../structure/objectAt';
import type { Objects } from '../structure/objects';
import { BLANK, READABLE } from './codes';
import { CoveredArea } from './coveredArea';
import { Fonts } from './fonts';
import { isWhite, numbersIn, START, type State } from './graphicsState';
import { IDENTITY, matrixOf, multiplied, numbersOf, type Box, type Matrix } from './matrix';
import { isHidden, type HiddenLayers } from './optionalContent';
import { Operations, type Operand, type Operation } from './operations';
import { PlainStreams } from './plainStreams';
import { stringBytes } from './strings';

/** The resources that a content names. */
interface Scope {
	drawings?: Dictionary;
	fonts?: Dictionary;
	/** What marked content belongs to. */
	properties?: Dictionary;
}

/** Text rendering modes that draw nothing. Source: ISO 32000-1, 9.3.6 "Text Rendering Mode". */
const INVISIBLE = [3, 7];
/** Contents of producers are not deeper. */
const MOST_OPEN = 10_000;
const MOST_FORMS = 20;
/** Of the page: larger images are a scan. */
const MOST_COVERED = 0.5;
/** What a drawing costs, in bytes that could be read in that time. */
const DRAWING = 512;

/**
 * Reads how many characters a page shows.
 *
 * Source: ISO 32000-1, 8.4 "Graphics State", 8.8 "External Objects", 8.10 "Form XObjects", 9.4 "Text
 * Objects", 14.6 "Marked Content".
 */
export class PageReader {
	/** Characters that the page shows and that can be read, without blanks. */
	readable = 0;
	/** Characters that the page shows and that nobody can tell without looking. */
	unknown = 0;
	private readonly images: CoveredArea;
	private readonly streams: PlainStreams;
	private readonly fonts: Fonts;
	private readonly drawings = new Map<number, PdfObject | undefined>();
	private readonly scopes = new Map<number, Scope>();
	private state = START;
	private readonly saved: State[] = [];
	/** Whether what is marked may be hidden, from the outermost mark to the innermost one. */
	private readonly marks: boolean[] = [];
	private hidden = 0;
	/** Where a line of text begins. */
	private line: Matrix = IDENTITY;

	constructor(
		private readonly objects: Objects,
		private readonly box: Box,
		private readonly layers: HiddenLayers,
	) {
		this.images = new CoveredArea(box);
		this.streams = new PlainStreams(objects.budget);
		this.fonts = new Fonts(objects, this.streams);
	}

	/** @throws Oddity where images cover most of the page, or the content is not as the standard says */
	async read(contents: PdfObject[], resources: Dictionary | undefined): Promise<void> {
		await this.run(contents, await this.scopeOf(resources), 0);
	}

	private async run(contents: PdfObject[], scope: Scope, depth: number): Promise<void> {
		const { budget } = this.objects;
		const operations = new Operations();
		const outside = { saved: this.saved.length, marks: this.marks.length };
		for (const content of contents) {
			for (const operation of operations.read(await this.streams.read(content))) {
				if (budget.spend(operation.size)) await budget.rest();
				if (operation.operator === 'Do') await this.draw(operation, scope, depth);
				else if (operation.operator === 'EI') await this.addImage();
				else if (operation.operator === 'Tf') await this.setFont(operation, scope);
				else if (operation.operator === 'BDC') await this.mark(operation, scope);
				else this.perform(operation, outside);
			}
		}
		while (this.saved.length > outside.saved) this.state = this.saved.pop()!;
		while (this.marks.length > outside.marks) this.endMark();
	}

	private perform(
		{ operator, operands }: Operation,
		outside: { saved: number; marks: number },
	): void {
		switch (operator) {
			case 'q':
				if (this.saved.push(this.state) > MOST_OPEN) throw new Oddity('the content is too deep');
				break;
			case 'Q':
				if (this.saved.length > outside.saved) this.state = this.saved.pop()!;
				break;
			case 'cm':
				this.change({ matrix: multiplied(matrixFrom(operands), this.state.matrix) });
				break;
			case 'BMC':
				this.beginMark(false);
				break;
			case 'EMC':
				if (this.marks.length > outside.marks) this.endMark();
				break;
			case 'g':
			case 'rg':
			case 'k':
			case 'sc':
			case 'scn':
				this.change({ isWhite: isWhite(operator, operands) });
				break;
			case 'cs':
				this.change({ isWhite: false });
				break;
			default:
				this.performText(operator, operands);
		}
	}

	/** Source: ISO 32000-1, 9.3 "Text State Parameters and Operators", 9.4 "Text Objects". */
	private performText(operator: string, operands: Operand[]): void {
		const [first = 0, second = 0] = numbersIn(operands);
		switch (operator) {
			case 'BT':
				this.line = IDENTITY;
				break;
			case 'Tm':
				this.line = matrixFrom(operands);
				break;
			case 'Tr':
				this.change({ mode: first });
				break;
			case 'TL':
				this.change({ leading: first });
				break;
			case 'TD':
				this.change({ leading: -second });
				this.moveLine(first, second);
				break;
			case 'Td':
				this.moveLine(first, second);
				break;
			case 'T*':
				this.moveLine(0, -this.state.leading);
				break;
			case "'":
			case '"':
				this.moveLine(0, -this.state.leading);
				this.show(operands.at(-1));
				break;
			case 'Tj':
			case 'TJ':
				this.show(operands.at(-1));
		}
	}

	private change(changes: Partial<State>): void {
		this.state = { ...this.state, ...changes };
	}

	private moveLine(right: number, up: number): void {
		this.line = multiplied([1, 0, 0, 1, right, up], this.line);
	}

	/** Begins a content that belongs to something, such as a layer. */
	private async mark({ operands }: Operation, { properties }: Scope): Promise<void> {
		const [tag, name] = operands;
		const isLayer = tag === 'OC' && typeof name === 'string';
		const layer = isLayer ? entryOf(properties, name) : undefined;
		this.beginMark(await isHidden(this.objects, this.layers, layer));
	}

	private beginMark(isHidden: boolean): void {
		if (this.marks.push(isHidden) > MOST_OPEN) throw new Oddity('the content is too deep');
		if (isHidden) this.hidden++;
	}

	private endMark(): void {
		if (this.marks.pop()) this.hidden--;
	}

	/** Counts the characters of strings, unless nobody sees them. */
	private show(strings: Operand): void {
		const { font, mode, isWhite: isPaper } = this.state;
		if (!Array.isArray(strings) || INVISIBLE.includes(mode) || isPaper || this.hidden > 0) return;
		if (!this.isOnPage()) return;
		for (const string of strings) {
			const bytes = stringBytes(string);
			if (!font) {
				this.unknown += bytes.length;
				continue;
			}
			for (let at = 0; at + font.width <= bytes.length; at += font.width) {
				const kind = font.kinds[font.width === 1 ? bytes[at] : bytes.readUInt16BE(at)];
				if (kind === READABLE) this.readable++;
				else if (kind !== BLANK) this.unknown++;
			}
		}
	}

	/** Whether a line of text begins on the page. */
	private isOnPage(): boolean {
		const [, , , , x, y] = multiplied(this.line, this.state.matrix);
		const { left, bottom, right, top } = this.box;
		return x >= left && x <= right && y >= bottom && y <= top;
	}

	private async setFont({ operands }: Operation, { fonts }: Scope): Promise<void> {
		const [name] = operands;
		const entry = typeof name === 'string' ? entryOf(fonts, name) : undefined;
		this.change({ font: await this.fonts.read(entry) });
	}

	/** Draws an image, or a form with a content of its own. */
	private async draw({ operands }: Operation, scope: Scope, depth: number): Promise<void> {
		const { budget } = this.objects;
		if (budget.spend(DRAWING)) await budget.rest();
		const [name] = operands;
		const drawing =
			typeof name === 'string' ? await this.drawingOf(entryOf(scope.drawings, name)) : undefined;
		const subtype = nameAt(drawing?.value, 'Subtype');
		if (subtype === 'Image') await this.addImage();
		if (!drawing || subtype !== 'Form') return;

		if (depth >= MOST_FORMS) throw new Oddity('the content is too deep');
		const { value } = drawing;
		const entry = await this.objects.resolve(entryOf(value, 'Matrix'));
		const matrix = entry ? matrixFrom(numbersOf(entry) ?? []) : IDENTITY;
		const { state, line } = this;
		this.change({ matrix: multiplied(matrix, state.matrix) });
		this.beginMark(await isHidden(this.objects, this.layers, entryOf(value, 'OC')));
		await this.run([drawing], await this.scopeOfForm(drawing, scope), depth + 1);
		this.endMark();
		[this.state, this.line] = [state, line];
	}

	private async addImage(): Promise<void> {
		const { budget } = this.objects;
		const cells = this.images.add(this.state.matrix);
		// Whatever text comes along, this is a scan.
		if (this.images.share > MOST_COVERED) throw new Oddity('images cover most of the page');
		if (budget.spend(DRAWING + cells)) await budget.rest();
	}

	private async drawingOf(value: Value | undefined): Promise<PdfObject | undefined> {
		if (value?.kind !== 'reference') return undefined;
		const { number } = value;
		if (!this.drawings.has(number)) this.drawings.set(number, await this.objects.load(value));
		return this.drawings.get(number);
	}

	/** A form without resources uses those of its page, which the standard allows for old files. */
	private async scopeOfForm({ number, value }: PdfObject, outer: Scope): Promise<Scope> {
		const entry = entryOf(value, 'Resources');
		if (!entry) return outer;
		const known = this.scopes.get(number);
		if (known) return known;
		const scope = await this.scopeOf(await this.objects.dictionary(entry));
		this.scopes.set(number, scope);
		return scope;
	}

	private async scopeOf(resources: Dictionary | undefined): Promise<Scope> {
		return {
			drawings: await this.objects.dictionary(entryOf(resources, 'XObject')),
			fonts: await this.objects.dictionary(entryOf(resources, 'Font')),
			properties: await this.objects.dictionary(entryOf(resources, 'Properties')),
		};
	}
}

function matrixFrom(operands: unknown[]): Matrix {
	const matrix = matrixOf(operands);
	if (!matrix) throw new Oddity('a matrix is not readable');
	return matrix;
}

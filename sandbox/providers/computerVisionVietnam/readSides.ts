import type { Word } from 'tesseract.js';
import type { TextReader } from '../../ocr/textReader';
import { specimens } from '../../samples/specimens';
import type { Specimen } from '../../samples/specimens';
import { drawnWords } from '../../samples/specimens/words';
import { cropAligned } from './cropAligned';
import { documentedFields } from './fields';
import { locateAll } from './locate';
import { toBase64Jpeg } from './pictures';
import type { Picture } from './pictures';
import { confidenceOf, readFields } from './reading';
import type { Field } from './reading';

/** What the provider says of one side of a document. */
export interface Side {
	/** Such as `chip_id_card_front`. */
	type: string;
	info: Record<string, string | number | number[]>;
}

const drawings = Promise.all(
	Object.values(specimens).map(async (specimen) => ({
		specimen,
		words: await drawnWords(specimen),
	})),
);

/**
 * The sides of specimen documents that a picture shows, from top to bottom.
 *
 * @param types which types of documents to look for
 * @param thumbs whether to cut out the sides' images
 */
export async function readSides(
	reader: TextReader,
	{ image, readable }: Picture,
	types: RegExp,
	thumbs: boolean,
): Promise<Side[]> {
	const paragraphs = await reader.read(readable);
	const read = paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words));
	const candidates = (await drawings).filter(({ specimen }) => types.test(specimen.type));
	const sides = locateAll(candidates, read).map(async ({ drawing, place }) => {
		const { specimen, words } = drawing;
		const thumb = thumbs ? await toBase64Jpeg(await cropAligned(image, specimen, place)) : '';
		const fields = readFields(words, place, read);
		return { type: specimen.type, info: fillIn(specimen, fields, read, thumb) };
	});
	return await Promise.all(sides);
}

/** All documented fields of a specimen's type. */
function fillIn(
	{ type, values }: Specimen,
	fields: Map<string, Field>,
	read: Word[],
	image: string,
): Side['info'] {
	const value = (key: string): string | number | number[] => {
		const [, name, about] = /^(.*?)_?(confidence|box)?$/.exec(key) ?? [];
		if (key === 'image') return image;
		if (key === 'confidence') return confidenceOf(read);
		if (!about) return values[key];
		const field = fields.get(name);
		if (!field) throw new Error(`The specimen ${type} does not show ${name}`);
		return about === 'box' ? field.box : field.confidence;
	};
	return Object.fromEntries(documentedFields(type).map((key) => [key, value(key)]));
}

import { isPdf } from '../../ocr/pdf';
import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { openPictures } from './pictures';
import type { Picture } from './pictures';
import { readSides } from './readSides';
import type { Side } from './readSides';
import { verdict } from './warnings';

const registrations = /^vehicle_registration_/;
const cards = /^(?!vehicle_registration_)/;

/**
 * `ocr/card`: every side that a photo or a PDF shows.
 *
 * @throws VisionError 3, or 1 if there is none
 */
export async function readCards(
	reader: TextReader,
	[file]: Buffer[],
	thumbs: boolean,
): Promise<Side[]> {
	return await readAllCards(reader, await openPictures(file, true), thumbs);
}

/**
 * `ekyc/card`: one side with its warning. Of a PDF and of several documents in one photo, it is a
 * list without warnings.
 *
 * @throws VisionError 3, or 1 if there is no document
 */
export async function checkCard(reader: TextReader, [file]: Buffer[], thumbs: boolean) {
	const pictures = await openPictures(file, true);
	const sides = await readAllCards(reader, pictures, thumbs);
	return isPdf(file) ? sides : await withVerdict(sides, pictures[0]);
}

/**
 * `ekyc/cards`: the sides of two photos with their warnings, the back first whatever their order.
 * What a photo does not show is missing: the other photo's side comes alone.
 *
 * @throws VisionError 3, or 1 if neither photo shows a document
 */
export async function checkCardSides(reader: TextReader, files: Buffer[], thumbs: boolean) {
	const sides = await ofEach(files, async (picture) => {
		const found = await readSides(reader, picture, cards, thumbs);
		return [await withVerdict(found, picture)].flat();
	});
	const isBack = ({ type }: Side) => Number(type.endsWith('_back'));
	return orNone(sides.sort((one, other) => isBack(other) - isBack(one)));
}

/**
 * `ocr/vehicle_registration` and `ocr/vehicle_registrations`: the sides of one photo or of two.
 *
 * @throws VisionError 3, or 1 if no photo shows a registration
 */
export async function readRegistrations(
	reader: TextReader,
	files: Buffer[],
	thumbs: boolean,
): Promise<Side[]> {
	const sides = await ofEach(
		files,
		async (picture) => await readSides(reader, picture, registrations, thumbs),
	);
	return orNone(sides);
}

/** What each photo shows, one after the other. */
async function ofEach(
	photos: Buffer[],
	read: (picture: Picture) => Promise<Side[]>,
): Promise<Side[]> {
	const sides = photos.map(async (photo) => {
		const [picture] = await openPictures(photo, false);
		return await read(picture);
	});
	return (await Promise.all(sides)).flat();
}

/** One side with its warning; several of one photo are a list without. */
async function withVerdict(sides: Side[], picture: Picture) {
	return sides.length === 1 ? { ...sides[0], ...(await verdict(picture)) } : sides;
}

async function readAllCards(
	reader: TextReader,
	pictures: Picture[],
	thumbs: boolean,
): Promise<Side[]> {
	const sides = pictures.map(async (picture) => await readSides(reader, picture, cards, thumbs));
	return orNone((await Promise.all(sides)).flat());
}

const orNone = (sides: Side[]): Side[] => (sides.length > 0 ? sides : fail('1'));

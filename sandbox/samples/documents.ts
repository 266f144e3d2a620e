import sharp from 'sharp';
import { cardsPdf } from './cardsPdf';
import { photograph } from './photograph';
import { specimens } from './specimens';
import type { Specimen } from './specimens';
import { tableScene } from './specimens/draw';
import { vietnameseLetter } from './vietnameseLetter';

const camera = { tilt: 0.8, lean: 0.02, noise: 3, quality: 78 };

/**
 * The samples for Computer Vision Vietnam: specimen documents and a letter.
 *
 * @returns files by their names; the same bytes each time
 */
export async function documentSamples(): Promise<Record<string, Uint8Array>> {
	const { chipIdCardFront, chipIdCardBack, passport } = specimens;
	const { vehicleRegistrationFront, vehicleRegistrationBack } = specimens;
	return {
		'chip_id_card_front.jpg': await photo(chipIdCardFront),
		'chip_id_card_back.jpg': await photo(chipIdCardBack),
		'chip_id_card_photocopy.jpg': await photocopy(chipIdCardFront),
		'chip_id_card_back_photocopy.jpg': await photocopy(chipIdCardBack),
		'two_cards.jpg': await photograph(
			scene(1250, 1500, [
				{ specimen: chipIdCardFront, x: 130, y: 60, turn: 1 },
				{ specimen: chipIdCardBack, x: 100, y: 820, turn: -2.5 },
			]),
			camera,
		),
		'cards.pdf': await cardsPdf([await photo(chipIdCardFront), await photo(chipIdCardBack)]),
		'passport.jpg': await photo(passport),
		'vehicle_registration_front.jpg': await photo(vehicleRegistrationFront),
		'vehicle_registration_back.jpg': await photo(vehicleRegistrationBack),
		'vietnamese_letter.png': await sharp(Buffer.from(vietnameseLetter()))
			.png({ palette: true, colours: 16 })
			.toBuffer(),
	};
}

const scene = (...parameters: Parameters<typeof tableScene>) =>
	Buffer.from(tableScene(...parameters));

/** One document, photographed where it lies on a table. */
async function photo(specimen: Specimen): Promise<Buffer> {
	const { width, height } = specimen;
	return await photograph(scene(width + 160, height + 140, [{ specimen, x: 80, y: 70 }]), camera);
}

async function photocopy(specimen: Specimen): Promise<Buffer> {
	return await sharp(await photo(specimen))
		.grayscale()
		.jpeg({ quality: 80 })
		.toBuffer();
}

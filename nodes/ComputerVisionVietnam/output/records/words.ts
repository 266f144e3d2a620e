import { fileKind, isOneOf, type FileKind } from '../../../shared/input/fileKind';
import type { Words } from '../../../shared/output/documents/cells';
import { nameParts } from '../documents/infoNames';

/** Enough base64 to detect the kind of a file. */
const BEGINNING = 64;

/** The kinds of files that are pictures. */
const PICTURES: FileKind[] = ['PNG', 'JPEG', 'BMP', 'GIF', 'TIFF', 'WebP'];

/** The provider's names in nested values. It also spells `image_seals` as `mage_seals`. */
export const words: Words = {
	value: 'value',
	confidence: 'score',
	box: 'box',
	nameParts,
	namesPicture: (name) => /(^|_)(i?mage|images|img|imgs)(_|$)/i.test(name),
	isPicture(text) {
		const start = text
			.slice(0, 1024)
			.replace(/^data:[^,]*,/, '')
			.replace(/\s/g, '');
		const kind = fileKind(Buffer.from(start.slice(0, BEGINNING), 'base64'));
		return isOneOf(PICTURES, kind);
	},
};

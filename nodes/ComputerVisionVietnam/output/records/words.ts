import type { Words } from '../../../shared/output/documents/cells';
import { isPicture } from '../../../shared/output/documents/pictures';
import { nameParts } from '../documents/infoNames';

/** The provider's names in nested values. It also spells `image_seals` as `mage_seals`. */
export const words: Words = {
	value: 'value',
	confidence: 'score',
	box: 'box',
	nameParts,
	namesPicture: (name) => /(^|_)(i?mage|images|img|imgs)(_|$)/i.test(name),
	isPicture,
};

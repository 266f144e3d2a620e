import type { Words } from '../../../shared/output/documents/cells';
import { isPicture } from '../../../shared/output/documents/pictures';

/** Names of pictures, such as `PortraitImage`, `Photo`, `Profile` and `HeadImageBase64`. */
const PICTURE = /(image|images|imageback|imagebase64|imagesbase64|photo|portrait|profile|idcard)$/i;

/**
 * The provider's names in nested values: `{ Value, Polygon }` is the value. Of a confidence it says
 * nothing beside a value; where a field has one, it is a field of its own.
 */
export const words: Words = {
	value: 'Value',
	confidence: '',
	box: 'Polygon',
	nameParts: (field) => ({ field }),
	namesPicture: (name) => PICTURE.test(name),
	isPicture,
};

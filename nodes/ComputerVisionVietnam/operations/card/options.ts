import { optionsField, reuseForUrls } from '../../../shared/description/options';
import { alignedImage, allFields, fieldBoxes, fieldConfidences, sideValues } from '../fields';

/** The options of all operations on cards. */
export const cardOptions = optionsField([
	alignedImage,
	allFields,
	fieldBoxes,
	fieldConfidences,
	reuseForUrls,
	...sideValues,
]);

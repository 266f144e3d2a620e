import { optionsField, reuseForUrls } from '../../../shared/description/options';
import { alignedImage, allFields, fieldConfidences, sideValues } from '../fields';

/** The options of all operations on vehicle registrations, which come without boxes. */
export const vehicleRegistrationOptions = optionsField([
	alignedImage,
	allFields,
	fieldConfidences,
	reuseForUrls,
	...sideValues,
]);

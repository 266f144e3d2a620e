import { chipIdCardBack } from './chipIdCardBack';
import { chipIdCardFront } from './chipIdCardFront';
import { passport } from './passport';
import { vehicleRegistrationBack, vehicleRegistrationFront } from './vehicleRegistration';

export type { DrawnText, Specimen } from './specimen';

export const specimens = {
	chipIdCardFront,
	chipIdCardBack,
	passport,
	vehicleRegistrationFront,
	vehicleRegistrationBack,
};

import type { ValueFields } from '../../../shared/output/documents/normalized';
import { infoName } from './infoNames';

/**
 * The content of `info` for each type of document: the provider's names in the order of its
 * documentation. Two errors of the documentation are corrected: it calls the box of a
 * `9_id_card_back`'s `identification_sign` a confidence, and one of its two languages begins some
 * names with a capital letter.
 *
 * Source: the API pages "ID card - Citizen ID - Passport - …" and "Vehicle registration", section
 * Response.
 */
const CATALOGUE = {
	'9_id_card_front': `
		id name dob hometown address
		address_town_code address_district_code address_ward_code
		hometown_town_code hometown_district_code hometown_ward_code
		address_town address_district address_ward hometown_town hometown_district hometown_ward
		id_confidence name_confidence dob_confidence hometown_confidence address_confidence
		id_box name_box dob_box hometown_box address_box
		image`,

	'9_id_card_back': `
		ethnicity issue_date religious issued_at issued_at_town issued_at_code identification_sign
		image
		issue_date_confidence issued_at_confidence religious_confidence ethnicity_confidence
		identification_sign_confidence
		issue_date_box issued_at_box religious_box ethnicity_box identification_sign_box`,

	'12_id_card_front': `
		id name dob hometown gender due_date nationality ethnicity address
		address_town_code address_district_code address_ward_code
		hometown_town_code hometown_district_code hometown_ward_code
		address_town address_district address_ward hometown_town hometown_district hometown_ward
		image
		id_confidence name_confidence dob_confidence hometown_confidence gender_confidence
		due_date_confidence nationality_confidence ethnicity_confidence address_confidence
		id_box name_box dob_box hometown_box gender_box due_date_box nationality_box ethnicity_box
		address_box`,

	'12_id_card_back': `
		issue_date issued_at identification_sign
		image
		issue_date_confidence issued_at_confidence identification_sign_confidence
		issue_date_box issued_at_box identification_sign_box`,

	chip_id_card_front: `
		id name dob hometown gender due_date nationality address
		address_town_code address_district_code address_ward_code
		hometown_town_code hometown_district_code hometown_ward_code
		address_town address_district address_ward hometown_town hometown_district hometown_ward
		id_confidence name_confidence dob_confidence hometown_confidence gender_confidence
		due_date_confidence nationality_confidence address_confidence
		id_box name_box dob_box hometown_box gender_box due_date_box nationality_box address_box
		image`,

	chip_id_card_back: `
		issue_date issued_at country document_number person_number dob gender due_date nationality
		sur_name given_name identification_sign
		identification_sign_confidence issue_date_confidence
		issue_date_box identification_sign_box
		mrz_confidence
		image`,

	driving_license: `
		id name dob class nationality issue_date due_date address
		address_town address_district address_ward
		address_town_code address_district_code address_ward_code
		id_confidence name_confidence dob_confidence class_confidence nationality_confidence
		issue_date_confidence due_date_confidence address_confidence
		id_box name_box dob_box class_box nationality_box issue_date_box due_date_box address_box
		image`,

	passport: `
		id id_confidence id_box sur_name given_name full_name full_name_confidence full_name_box
		dob dob_confidence dob_box gender gender_confidence gender_box country
		nationality nationality_confidence nationality_box due_date due_date_confidence due_date_box
		person_number person_number_confidence person_number_box
		issue_date issue_date_confidence issue_date_box issued_at issued_at_confidence issued_at_box
		place_of_birth place_of_birth_confidence place_of_birth_box
		image confidence`,

	military_id_card_front: `
		id id_box id_confidence name name_box name_confidence dob dob_box dob_confidence
		unit unit_box unit_confidence issue_date issue_date_box issue_date_confidence
		due_date due_date_box due_date_confidence
		image`,

	military_id_card_back: `
		dob dob_box dob_confidence hometown hometown_box hometown_confidence
		address address_box address_confidence
		identification_sign identification_sign_box identification_sign_confidence
		blood_type blood_type_box blood_type_confidence
		image`,

	officer_id_card_front: `
		id id_box id_confidence name name_box name_confidence rank rank_box rank_confidence
		unit unit_box unit_confidence issue_date issue_date_box issue_date_confidence
		due_date due_date_box due_date_confidence
		image`,

	officer_id_card_back: `
		dob dob_box dob_confidence hometown hometown_box hometown_confidence
		address address_box address_confidence
		identification_sign identification_sign_box identification_sign_confidence
		blood_type blood_type_box blood_type_confidence
		image`,

	vehicle_registration_front: `
		name name_confidence address address_confidence id id_confidence plate plate_confidence
		issued_at issued_at_confidence
		image`,

	vehicle_registration_back: `
		name name_confidence address address_confidence
		address_town_code address_district_code address_ward_code
		address_town address_district address_ward
		engine engine_confidence chassis chassis_confidence brand brand_confidence
		model model_confidence color color_confidence capacity capacity_confidence
		issued_at issued_at_confidence issued_at_code
		last_issue_date last_issue_date_confidence first_issue_date first_issue_date_confidence
		plate plate_confidence pay_load pay_load_confidence
		year_of_manufacture year_of_manufacture_confidence
		lie lie_confidence sit sit_confidence stand stand_confidence
		image`,
};

/** The fields of all these types that are dates. */
export const CARD_VALUES = {
	country: 'Vietnam',
	dates: 'dob issue_date due_date first_issue_date last_issue_date',
} satisfies ValueFields;

const DOCUMENTED = new Map<string | null, string[]>(
	Object.entries({
		...CATALOGUE,
		// The documentation also uses this type for a registration, whichever side it is.
		vehicle_registrations:
			CATALOGUE.vehicle_registration_front + CATALOGUE.vehicle_registration_back,
	}).map(([type, names]) => [type, infoNames(names)]),
);

function infoNames(text: string): string[] {
	const names = text.trim().split(/\s+/).map(infoName);
	return [...new Set(names.filter((name) => name !== undefined))];
}

/** The documented names of a type, in their order; none for undocumented types. */
export const documentedNames = (type: string | null): string[] => DOCUMENTED.get(type) ?? [];

export type SideName = 'front' | 'back';

const SIDE = /_(front|back)(?=_|$)/i;

/** The side of a document that a type names. */
export const sideNameOf = (type: string | null): SideName | undefined =>
	SIDE.exec(type ?? '')?.[1].toLowerCase() as SideName | undefined;

/** A type without its side, such as `chip_id_card`. */
export const kindOf = (type: string | null): string | undefined =>
	type?.replace(SIDE, '').toLowerCase();

/** The type of a document's other side; null if the type names no side. */
export function otherSideOf(type: string | null): string | null {
	const other = sideNameOf(type) === 'front' ? '_back' : '_front';
	return type !== null && SIDE.test(type) ? type.replace(SIDE, other) : null;
}

/**
 * What `info` holds for the types of which there are specimens: names and order of the
 * documentation. Of the passport, `confidence` is about the whole of it.
 */
const documented: Record<string, string> = {
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
		sur_name given_name identification_sign identification_sign_confidence
		issue_date_confidence issue_date_box identification_sign_box mrz_confidence
		image`,
	passport: `
		id id_confidence id_box sur_name given_name full_name full_name_confidence full_name_box
		dob dob_confidence dob_box gender gender_confidence gender_box country
		nationality nationality_confidence nationality_box due_date due_date_confidence due_date_box
		person_number person_number_confidence person_number_box
		issue_date issue_date_confidence issue_date_box issued_at issued_at_confidence issued_at_box
		place_of_birth place_of_birth_confidence place_of_birth_box
		image confidence`,
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
		issued_at issued_at_confidence issued_at_code last_issue_date last_issue_date_confidence
		first_issue_date first_issue_date_confidence plate plate_confidence
		pay_load pay_load_confidence year_of_manufacture year_of_manufacture_confidence
		lie lie_confidence sit sit_confidence stand stand_confidence
		image`,
};

/** The provider's names of the fields of a type, in their order. */
export const documentedFields = (type: string): string[] => documented[type].trim().split(/\s+/);

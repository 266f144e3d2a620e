interface DocumentedType {
	fields: string;
	/** The fields that have a confidence, in its order. */
	confidences: string;
	/** The fields that have a box, in its order. */
	boxes: string;
}

/**
 * What a type of document has, in the order of the provider's pages on cards and on vehicle
 * registrations, section Response. The `confidence` of a passport is called `document_confidence`
 * by the node, and the second `identification_sign_confidence` of a `9_id_card_back` is its box.
 */
export const DOCUMENTED: Record<string, DocumentedType> = {
	'9_id_card_front': {
		fields: `
			id name dob hometown address address_town_code address_district_code address_ward_code
			hometown_town_code hometown_district_code hometown_ward_code address_town
			address_district address_ward hometown_town hometown_district hometown_ward`,
		confidences: 'id name dob hometown address',
		boxes: 'id name dob hometown address',
	},
	'12_id_card_front': {
		fields: `
			id name dob hometown gender due_date nationality ethnicity address address_town_code
			address_district_code address_ward_code hometown_town_code hometown_district_code
			hometown_ward_code address_town address_district address_ward hometown_town
			hometown_district hometown_ward`,
		confidences: 'id name dob hometown gender due_date nationality ethnicity address',
		boxes: 'id name dob hometown gender due_date nationality ethnicity address',
	},
	chip_id_card_front: {
		fields: `
			id name dob hometown gender due_date nationality address address_town_code
			address_district_code address_ward_code hometown_town_code hometown_district_code
			hometown_ward_code address_town address_district address_ward hometown_town
			hometown_district hometown_ward`,
		confidences: 'id name dob hometown gender due_date nationality address',
		boxes: 'id name dob hometown gender due_date nationality address',
	},
	'9_id_card_back': {
		fields: `
			ethnicity issue_date religious issued_at issued_at_town issued_at_code
			identification_sign`,
		confidences: 'issue_date issued_at religious ethnicity identification_sign',
		boxes: 'issue_date issued_at religious ethnicity identification_sign',
	},
	'12_id_card_back': {
		fields: 'issue_date issued_at identification_sign',
		confidences: 'issue_date issued_at identification_sign',
		boxes: 'issue_date issued_at identification_sign',
	},
	chip_id_card_back: {
		fields: `
			issue_date issued_at country document_number person_number dob gender due_date
			nationality sur_name given_name identification_sign`,
		confidences: 'identification_sign issue_date mrz',
		boxes: 'issue_date identification_sign',
	},
	driving_license: {
		fields: `
			id name dob class nationality issue_date due_date address address_town address_district
			address_ward address_town_code address_district_code address_ward_code`,
		confidences: 'id name dob class nationality issue_date due_date address',
		boxes: 'id name dob class nationality issue_date due_date address',
	},
	passport: {
		fields: `
			id sur_name given_name full_name dob gender country nationality due_date person_number
			issue_date issued_at place_of_birth document_confidence`,
		confidences: `
			id full_name dob gender nationality due_date person_number issue_date issued_at
			place_of_birth`,
		boxes: `
			id full_name dob gender nationality due_date person_number issue_date issued_at
			place_of_birth`,
	},
	military_id_card_front: {
		fields: 'id name dob unit issue_date due_date',
		confidences: 'id name dob unit issue_date due_date',
		boxes: 'id name dob unit issue_date due_date',
	},
	military_id_card_back: {
		fields: 'dob hometown address identification_sign blood_type',
		confidences: 'dob hometown address identification_sign blood_type',
		boxes: 'dob hometown address identification_sign blood_type',
	},
	officer_id_card_front: {
		fields: 'id name rank unit issue_date due_date',
		confidences: 'id name rank unit issue_date due_date',
		boxes: 'id name rank unit issue_date due_date',
	},
	officer_id_card_back: {
		fields: 'dob hometown address identification_sign blood_type',
		confidences: 'dob hometown address identification_sign blood_type',
		boxes: 'dob hometown address identification_sign blood_type',
	},
	vehicle_registration_front: {
		fields: 'name address id plate issued_at',
		confidences: 'name address id plate issued_at',
		boxes: '',
	},
	vehicle_registration_back: {
		fields: `
			name address address_town_code address_district_code address_ward_code address_town
			address_district address_ward engine chassis brand model color capacity issued_at
			issued_at_code last_issue_date first_issue_date plate pay_load year_of_manufacture lie
			sit stand`,
		confidences: `
			name address engine chassis brand model color capacity issued_at last_issue_date
			first_issue_date plate pay_load year_of_manufacture lie sit stand`,
		boxes: '',
	},
};

const named = (names: string, suffix = '') =>
	names
		.split(/\s+/)
		.filter(Boolean)
		.map((name) => `${name}${suffix}`);

export const fieldsOf = (type: string) => named(DOCUMENTED[type].fields);
export const confidencesOf = (type: string) => named(DOCUMENTED[type].confidences, '_confidence');
export const boxesOf = (type: string) =>
	named(DOCUMENTED[type].boxes).flatMap((name) =>
		['left', 'top', 'right', 'bottom'].map((edge) => `${name}_${edge}`),
	);

/** Columns without a value. */
export const nothing = (names: string[]) => Object.fromEntries(names.map((name) => [name, null]));

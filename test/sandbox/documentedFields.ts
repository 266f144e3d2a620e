const address = (name: string) =>
	['town', 'district', 'ward'].flatMap((part) => [`${name}_${part}`, `${name}_${part}_code`]);
const suffixed = (suffix: string, ...names: string[]) => names.map((name) => `${name}_${suffix}`);
const read = (...names: string[]) => [...names, ...suffixed('confidence', ...names)];
const boxed = (...names: string[]) => [...read(...names), ...suffixed('box', ...names)];

/** What `info` holds, by type, as the documentation lists it; in no order. */
export const documentedFields: Record<string, string[]> = {
	chip_id_card_front: [
		...boxed('id', 'name', 'dob', 'hometown', 'gender', 'due_date', 'nationality', 'address'),
		...address('address'),
		...address('hometown'),
		'image',
	],
	chip_id_card_back: [
		...boxed('issue_date', 'identification_sign'),
		...['issued_at', 'country', 'document_number', 'person_number', 'dob', 'gender', 'due_date'],
		...['nationality', 'sur_name', 'given_name', 'mrz_confidence', 'image'],
	],
	passport: [
		...boxed('id', 'full_name', 'dob', 'gender', 'nationality', 'due_date', 'person_number'),
		...boxed('issue_date', 'issued_at', 'place_of_birth'),
		...['sur_name', 'given_name', 'country', 'image', 'confidence'],
	],
	vehicle_registration_front: [...read('name', 'address', 'id', 'plate', 'issued_at'), 'image'],
	vehicle_registration_back: [
		...read('name', 'address', 'engine', 'chassis', 'brand', 'model', 'color', 'capacity'),
		...read('issued_at', 'last_issue_date', 'first_issue_date', 'plate', 'pay_load'),
		...read('year_of_manufacture', 'lie', 'sit', 'stand'),
		...address('address'),
		...['issued_at_code', 'image'],
	],
};

import type { DocumentEntry, DocumentType } from '../../output/records/documentEntry';

const INSPECTION: DocumentType = {
	// `info_type` is the kind of vehicle: the certificate calls it `type`.
	fields: `
		chassis_number commercial_use design_pay_load design_towed_mass engine_number
		inside_cargo_container_dimension issued_on issued_on_code life_time_limit
		manufactured_country manufactured_year mark model_code modification permissible_no regis_date
		registration_number seri tire_size info_type valid_until wheel_form capacity report_number
		authorized_pay_load lying_place seat_place stand_place`,
	measured: 'confidence',
	dates: 'regis_date valid_until',
};

/**
 * The documents that the resource Vehicle reads, in alphabetical order of their operations.
 *
 * Source: the pages of the provider's documentation, as of 2022-12-29.
 */
export const vehicleCatalogue: DocumentEntry[] = [
	{
		value: 'vehicleInspection',
		name: 'Extract Inspection Certificate',
		action: 'Extract vehicle inspection fields',
		description: 'Read the inspection certificate of a vehicle',
		subtitle: 'Extract Vehicle Inspection',
		url: '/api/v2/ocr/vehicle_inspection',
		page: 'dang-kiem-xe',
		accepts: 'pictures',
		shape: 'documents',
		types: { picertificate: INSPECTION },
		hasParts: true,
	},
	{
		value: 'vehiclePlate',
		name: 'Extract Number Plate',
		action: 'Extract number plate of vehicle',
		description: 'Read the number plate of a vehicle',
		subtitle: 'Extract Number Plate',
		url: '/api/v2/ocr/vehicle_plate',
		page: 'bien-so-xe',
		accepts: 'pictures',
		shape: 'documents',
		types: { vehicle_plate: { fields: 'plate' } },
		hasVerdict: true,
	},
	{
		value: 'vehicle',
		name: 'Extract Vehicle Papers',
		action: 'Extract fields of vehicle papers of any kind',
		description:
			'Read registrations, inspection certificates and driving licenses, also mixed in one PDF',
		subtitle: 'Extract Vehicle Papers',
		url: '/api/v2/ocr/vehicle',
		page: 'giay-to-xe',
		accepts: 'pictures and PDFs',
		shape: 'documents',
		isPerPage: true,
		types: { picertificate: INSPECTION },
		cardTypes: 'vehicle_registration_front vehicle_registration_back driving_license',
		hasParts: true,
	},
];

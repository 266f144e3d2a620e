import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { documents, succeeded } from './vision';

export const VALID = { valid: 'True', invalidCode: '0', invalidMessage: 'Successful' };
export const PHOTOCOPY = {
	valid: 'False',
	invalidCode: '2',
	invalidMessage: 'The picture is a photocopy version of the id card',
};

/** The front of a chip card that was read well. */
export const FRONT = {
	type: 'chip_id_card_front',
	info: {
		id: '000000000001',
		name: 'NGUYỄN VĂN MẪU',
		dob: '01/01/1990',
		Address_ward: 'Phường Mẫu',
		id_confidence: 0.99,
		name_confidence: '0.91',
		id_box: [10, 20, 110, 40],
		name_box: [],
		image: '',
	},
	...VALID,
};

/** The back of the same card. */
export const BACK = {
	type: 'chip_id_card_back',
	info: {
		issue_date: '02/02/2022',
		person_number: '000000000001',
		dob: '900101',
		sur_name: 'NGUYEN',
		given_name: 'VAN MAU',
		country: null,
		mrz_confidence: 0.87,
		image: '',
	},
	...VALID,
};

/** A side with little in it. */
export const side = (
	type: string | null,
	info: IDataObject = {},
	verdict: IDataObject = VALID,
) => ({
	type,
	info,
	...verdict,
});

/** The rows of an answer with this data, with all fields. */
export const rows = async (parameters: INodeParameters, data: unknown) => {
	const options = { allFields: true, ...(parameters.options as INodeParameters) };
	return (await documents({ ...parameters, options }, succeeded(data))).map(({ json }) => json);
};

export const VERIFY = { operation: 'verify' };
export const EXTRACT = { operation: 'extract' };
export const TWO_SIDES = { operation: 'verifyTwoSides' };
export const REGISTRATION = { resource: 'vehicleRegistration', operation: 'extractTwoSides' };

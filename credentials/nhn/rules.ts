import { errors } from '../../nodes/NhnCloudOcr/errors';
import { testRules } from '../endpoint/testRules';

/** Both credentials are tested with the same answers. */
export const rules = testRules({
	name: 'NHN Cloud OCR',
	keys: { answer: 'header', code: 'header.resultCode' },
	errors,
});

import type { ICredentialTestRequest } from 'n8n-workflow';

import { errors } from '../../nodes/NhnCloudOcr/errors';
import { answerRule } from '../endpoint/answerRule';

/** The codes that speak of the account; the others speak of the image, which the test does not send. */
export const testRules: ICredentialTestRequest['rules'] = [
	answerRule('header', undefined, 'The endpoint is not one of NHN Cloud OCR: check its address'),
	...Object.entries(errors)
		.filter(([, [kind]]) => kind !== 'item' && kind !== 'noText')
		.map(([code, [, message]]) => answerRule('header.resultCode', Number(code), message)),
];

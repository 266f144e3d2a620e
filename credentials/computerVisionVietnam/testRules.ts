import type { ICredentialTestRequest } from 'n8n-workflow';

import { documentErrors } from '../../nodes/ComputerVisionVietnam/errors';
import { answerRule } from '../endpoint/answerRule';

/** The codes that speak of the account; the others speak of the image, which is not there. */
export const testRules: ICredentialTestRequest['rules'] = [
	answerRule(
		'errorCode',
		undefined,
		'The endpoint is not one of Computer Vision Vietnam: check its address',
	),
	...Object.entries(documentErrors)
		.filter(([, [kind]]) => kind === 'run')
		.map(([code, [, message]]) => answerRule('errorCode', code, message)),
];

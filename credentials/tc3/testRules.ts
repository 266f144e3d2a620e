import type { ICredentialTestRequest } from 'n8n-workflow';

import { errors } from '../../nodes/TencentCloudOcr/errors';
import { answerRule } from '../endpoint/answerRule';

/**
 * One rule a code that speaks of the credential or the service, as n8n compares a value of the
 * answer with `===`. The codes that are left out speak of the image, which the test does not send.
 */
export const testRules: ICredentialTestRequest['rules'] = [
	answerRule('Response', undefined, 'The endpoint is not one of Tencent Cloud: check its address'),
	...Object.entries(errors)
		.filter(([, [kind]]) => kind !== 'item' && kind !== 'noText')
		.map(([code, [, message]]) => answerRule('Response.Error.Code', code, message)),
];

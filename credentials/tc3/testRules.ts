import type { ICredentialTestRequest } from 'n8n-workflow';

import { errors } from '../../nodes/TencentCloudOcr/errors';

const rule = (key: string, value: unknown, message: string) => ({
	type: 'responseSuccessBody' as const,
	properties: { key, value, message },
});

/**
 * One rule a code that speaks of the credential or the service, as n8n compares a value of the
 * answer with `===`. The codes that are left out speak of the image, which the test does not send.
 */
export const testRules: ICredentialTestRequest['rules'] = [
	rule('Response', undefined, 'The endpoint is not one of Tencent Cloud: check its address'),
	...Object.entries(errors)
		.filter(([, [kind]]) => kind !== 'item' && kind !== 'noText')
		.map(([code, [, message]]) => rule('Response.Error.Code', code, message)),
];

import type { ICredentialTestRequest } from 'n8n-workflow';

import { errors } from '../../nodes/TencentCloudOcr/errors';

/** One rule a code that speaks of the credential, as n8n compares a value of the answer with `===`. */
export const testRules: ICredentialTestRequest['rules'] = Object.entries(errors)
	.filter(([, [kind]]) => kind === 'run')
	.map(([code, [, message]]) => ({
		type: 'responseSuccessBody',
		properties: { key: 'Response.Error.Code', value: code, message },
	}));

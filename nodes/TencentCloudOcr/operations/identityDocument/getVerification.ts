import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../../shared/description/operation';
import { Failure } from '../../../shared/engine/errors/failure';
import { documentOutput, readDocumentOutput } from '../../../shared/output/documents/fields';
import { plainText } from '../../../shared/output/values';
import { accountFor } from '../../request';
import { checkSite } from '../../site';
import { RESOURCE, sharedRequest } from './action';
import { checkVerification } from './checks';
import { identityOptions, readWaitUpTo } from './fields';
import { APPLY, nextResult, resultRequest, SITES, verificationItems } from './verification';

const token: INodeProperties = {
	displayName: 'Token',
	name: 'cardVerificationToken',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'e.g. 00000000-0000-0000-0000-000000000000',
	description: 'The CardVerificationToken in a row or an error of Verify',
};

export const getVerification: Operation = {
	option: {
		name: 'Get Verification Result',
		value: 'getVerification',
		action: 'Get result of identity document verification',
		description:
			'Get the result that came too late for Verify, by its token (GetCardVerificationExternalResult)',
	},
	subtitle: 'Get Verification Result',
	request: sharedRequest,
	fields: [token, documentOutput, identityOptions],
	account: accountFor(RESOURCE),

	async requests(options) {
		checkSite(options.baseURL ?? '', SITES, APPLY);
		readDocumentOutput(this, documentOutput);
		const seconds = readWaitUpTo(this);
		const value = plainText(this.getNodeParameter(token.name, '')).trim();
		if (value === '') {
			throw new Failure(
				'rejected',
				'Token is empty. Enter the CardVerificationToken of a verification.',
			);
		}
		return [{ ...resultRequest(options, value), next: nextResult(options, seconds, value) }];
	},

	checkResponse: checkVerification,

	async items(responses) {
		return await verificationItems(this, responses);
	},
};

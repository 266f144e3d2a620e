import { endpointOf } from '../../shared/credential/endpoint';
import { signRequest } from './signRequest';
import { credentialTest } from '../../shared/credential/credentialTest';
import { errors } from '../errors';

interface Body {
	Response?: { Error?: { Code?: string; Message?: string }; RequestId?: string } | null;
}

const SUCCESS = 'success';

export const tencentCloudApiTest = credentialTest({
	provider: 'Tencent Cloud',
	request: (credential) => ({
		baseURL: endpointOf(credential),
		url: '/',
		method: 'POST',
		headers: { 'X-TC-Action': 'GeneralAccurateOCR', 'X-TC-Version': '2018-11-19' },
	}),
	signIn: signRequest,
	read(body) {
		const { Response } = body as Body;
		const { Code: code, Message: message } = Response?.Error ?? {};
		return { code: code ?? (Response?.RequestId && SUCCESS), message };
	},
	errors,
	isOfImage: (code, kind) => code === SUCCESS || kind === 'rejected' || kind === 'noText',
});

import { endpointOf } from '../../shared/credential/endpoint';
import { signIn } from './signIn';
import { credentialTest } from '../../shared/credential/credentialTest';
import { documentErrors } from '../errors';

export const computerVisionVietnamApiTest = credentialTest({
	provider: 'Computer Vision Vietnam',
	request: (credential) => ({
		baseURL: endpointOf(credential),
		url: '/api/v2/ocr/document/general',
		method: 'GET',
		// No image can exist there (RFC 2606), so this is an error, and errors are not billed.
		qs: { img: 'https://example.invalid/image.png', format_type: 'url', get_thumb: 'false' },
	}),
	signIn,
	read(body) {
		const { errorCode, errorMessage } = body as { errorCode?: unknown; errorMessage?: unknown };
		return { code: errorCode, message: errorMessage };
	},
	errors: documentErrors,
	isOfImage: (code) => ['0', '1', '2', '3', '6'].includes(code),
});

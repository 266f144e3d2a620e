import { appUrl } from './appUrl';
import { signInWithKey, signInWithToken } from './signIn';
import { bearerToken } from './token';
import { credentialTest } from '../../shared/credential/credentialTest';
import { accessKeyErrors, errors } from '../errors';

/** The test of one of the two credentials, each of which has its own API version. */
const versionTest = (
	version: string,
	table: typeof errors,
	signIn: Parameters<typeof credentialTest>[0]['signIn'],
): ReturnType<typeof credentialTest> =>
	credentialTest({
		provider: 'NHN Cloud OCR',
		request: (credential) => ({
			baseURL: appUrl(credential, version),
			url: '/general',
			method: 'POST',
			body: { imageUrl: '' },
		}),
		signIn,
		read(body) {
			const { header } = body as {
				header?: { resultCode?: unknown; resultMessage?: unknown } | null;
			};
			return { code: header?.resultCode, message: header?.resultMessage };
		},
		errors: table,
		isOfImage: (code) => /^(0|400|400000[1-4]|400050[1-5]|4041007|4131000)$/.test(code),
	});

export const nhnCloudOcrApiTest = versionTest('v1.0', errors, signInWithKey);

export const nhnCloudOcrOAuth2ApiTest = versionTest(
	'v1.1',
	accessKeyErrors,
	async (credential, request, { httpRequest }) => {
		const { allowedHttpRequestDomains: mode, allowedDomains } = credential;
		// n8n applies the credential's list to the token request, so the test does as well.
		const held = mode === 'domains' && { allowedDomains: String(allowedDomains) };
		const accessToken = await bearerToken(
			{ httpRequest: async (options) => await httpRequest({ ...options, ...held }) },
			credential,
		);
		return await signInWithToken({ ...credential, accessToken }, request);
	},
);

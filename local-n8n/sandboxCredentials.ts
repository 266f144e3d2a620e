import type { Sandbox } from '../sandbox/server';
import type { N8nInstance } from './instance';

/** Saves a credential of each type for the sandbox's accounts; gives them by type, as nodes want them. */
export async function saveSandboxCredentials(
	{ credentials }: Pick<N8nInstance, 'credentials'>,
	{ url, providers: { computerVisionVietnam, nhn, tencent } }: Pick<Sandbox, 'url' | 'providers'>,
) {
	const save = async (name: string, type: string, account: object) =>
		await credentials.save({
			name: `${name} in the sandbox`,
			type,
			data: { ...account, baseUrl: 'custom', customBaseUrl: url },
		});
	return {
		computerVisionVietnamApi: await save(
			'Computer Vision Vietnam',
			'computerVisionVietnamApi',
			computerVisionVietnam.credentials,
		),
		nhnCloudOcrApi: await save('NHN Cloud', 'nhnCloudOcrApi', nhn.credentials),
		nhnCloudOcrOAuth2Api: await save('NHN Cloud', 'nhnCloudOcrOAuth2Api', {
			...nhn.userCredentials,
			tokenUrl: `${url}/oauth2/token/create`,
		}),
		tencentCloudApi: await save('Tencent Cloud', 'tencentCloudApi', tencent.credentials),
	};
}

import type { Sandbox } from '../sandbox/server';
import type { N8nInstance } from './instance';

/** What to enter into each credential's dialog to reach the sandbox, by credential type. */
export function sandboxAccounts({
	url,
	providers: { computerVisionVietnam, nhn, tencent },
}: Pick<Sandbox, 'url' | 'providers'>) {
	const endpoint = { baseUrl: 'custom', customBaseUrl: url };
	return {
		computerVisionVietnamApi: { ...computerVisionVietnam.credentials, ...endpoint },
		nhnCloudOcrApi: { ...nhn.credentials, ...endpoint },
		nhnCloudOcrOAuth2Api: {
			...nhn.userCredentials,
			...endpoint,
			tokenUrl: `${url}/oauth2/token/create`,
		},
		tencentCloudApi: { ...tencent.credentials, ...endpoint },
	};
}

/** Saves a credential of each type for the sandbox's accounts; gives them by type, as nodes want them. */
export async function saveSandboxCredentials(
	{ credentials }: Pick<N8nInstance, 'credentials'>,
	sandbox: Pick<Sandbox, 'url' | 'providers'>,
) {
	const accounts = sandboxAccounts(sandbox);
	const save = async (name: string, type: keyof typeof accounts) =>
		await credentials.save({ name: `${name} in the sandbox`, type, data: accounts[type] });
	return {
		computerVisionVietnamApi: await save('Computer Vision Vietnam', 'computerVisionVietnamApi'),
		nhnCloudOcrApi: await save('NHN Cloud', 'nhnCloudOcrApi'),
		nhnCloudOcrOAuth2Api: await save('NHN Cloud (user access key)', 'nhnCloudOcrOAuth2Api'),
		tencentCloudApi: await save('Tencent Cloud', 'tencentCloudApi'),
	};
}

interface StandInCredential {
	type: string;
	data: Record<string, string>;
}

const at = (url: string) => ({ baseUrl: 'custom', customBaseUrl: url });

/** A credential, by provider, for a stand-in at a URL that takes any key. */
export const STAND_IN_CREDENTIALS = {
	tencent: (url) => ({
		type: 'tencentCloudApi',
		data: { secretId: 'AKIDSTANDIN', secretKey: 'stand-in', ...at(url) },
	}),
	nhn: (url) => ({
		type: 'nhnCloudOcrApi',
		data: { appKey: 'stand-in', secretKey: 'stand-in', ...at(url) },
	}),
	computerVisionVietnam: (url) => ({
		type: 'computerVisionVietnamApi',
		data: { apiKey: 'stand-in', apiSecret: 'stand-in', ...at(url) },
	}),
} satisfies Record<string, (url: string) => StandInCredential>;

/** One project has one app key, whichever way its callers sign in. */
const appKey = 'SandboxAppKey001';

/** Specimen keys: good for nothing but this sandbox; field names are those of the n8n credentials. */
export const accounts = {
	/** For v1.0. */
	credentials: {
		appKey,
		secretKey: 'SandboxSecretKey0000000000000001',
	},
	/** For v1.1, whose tokens come from `POST /oauth2/token/create`. */
	userCredentials: {
		appKey,
		userAccessKeyId: 'SANDBOX-USER-ACCESS-KEY-0001',
		secretAccessKey: 'SANDBOX-SECRET-ACCESS-KEY-0001',
	},
};

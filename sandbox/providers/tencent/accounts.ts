/** A key pair that the sandbox knows; the field names are those of the n8n credential. */
export interface Account {
	secretId: string;
	secretKey: string;
	/** Empty for a permanent key pair. */
	sessionToken: string;
	region: string;
}

/** Specimen key pairs: good for nothing but this sandbox. */
export const accounts = {
	/** A permanent key pair that may do everything. */
	credentials: {
		secretId: 'AKIDSANDBOX0000000000000000000000001',
		secretKey: 'SANDBOXsecretKey0000000000000001',
		sessionToken: '',
		region: '',
	},
	/** A temporary key pair, which needs its session token. */
	temporaryCredentials: {
		secretId: 'AKIDSANDBOX0000000000000000000000002',
		secretKey: 'SANDBOXsecretKey0000000000000002',
		sessionToken: 'SANDBOXsessionToken0000000000002',
		region: '',
	},
	/** A permanent key pair that lacks every permission. */
	deniedCredentials: {
		secretId: 'AKIDSANDBOX0000000000000000000000003',
		secretKey: 'SANDBOXsecretKey0000000000000003',
		sessionToken: '',
		region: '',
	},
} satisfies Record<string, Account>;

/** A key and its secret; the field names are those of the n8n credential. */
export interface Account {
	apiKey: string;
	apiSecret: string;
}

/** Specimen keys: good for nothing but this sandbox. */
export const accounts = {
	/** May do everything. */
	credentials: {
		apiKey: 'sandbox-api-key-0001',
		apiSecret: 'sandbox-api-secret-0001',
	},
	/** Has used up its requests. */
	exhaustedCredentials: {
		apiKey: 'sandbox-api-key-0002',
		apiSecret: 'sandbox-api-secret-0002',
	},
} satisfies Record<string, Account>;

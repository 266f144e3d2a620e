import { randomBytes } from 'node:crypto';

/** How long a token is good for, seconds. */
export const tokenLifetime = 3600;

/** The User Access Key tokens that were given out. */
export class Tokens {
	/** When each expires, Unix time in ms. */
	private readonly expiries = new Map<string, number>();

	/** A new token; earlier ones stay good. */
	issue(): string {
		const token = `SANDBOX-TOKEN-${randomBytes(24).toString('hex')}`;
		this.expiries.set(token, Date.now() + tokenLifetime * 1000);
		return token;
	}

	isGood(token: string): boolean {
		return (this.expiries.get(token) ?? 0) > Date.now();
	}

	revoke(token: string): void {
		this.expiries.delete(token);
	}
}

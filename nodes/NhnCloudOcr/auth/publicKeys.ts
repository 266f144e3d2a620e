import type { PublicKey } from './envelope';

/** More app keys than an n8n has; a key that was dropped is fetched again. */
const MOST_KEYS = 100;

interface Kept {
	value: Promise<PublicKey>;
	/** The version of `value`, once it is there. */
	version?: string;
}

/** The public keys of this process, by the address that issues them, which has the app key in it. */
const keys = new Map<string, Kept>();

/**
 * The public key of an address. It is fetched if it is not known, once for all who ask for it.
 *
 * @throws Failure of the one fetch
 */
export async function publicKeyOf(
	address: string,
	fetch: () => Promise<PublicKey>,
): Promise<PublicKey> {
	const known = keys.get(address);
	if (known) return await known.value;
	const kept: Kept = { value: fetch() };
	for (const other of keys.keys()) if (keys.size >= MOST_KEYS) keys.delete(other);
	keys.set(address, kept);
	try {
		kept.version = (await kept.value).version;
	} catch {
		if (keys.get(address) === kept) keys.delete(address);
	}
	return await kept.value;
}

/**
 * Drops a version that NHN Cloud rejected, so that the next request fetches the key again.
 *
 * @param baseUrl with the app key: what the addresses of its keys begin with
 */
export function forgetPublicKey(baseUrl: string, version: string): void {
	for (const [address, kept] of keys) {
		if (address.startsWith(`${baseUrl}/`) && kept.version === version) keys.delete(address);
	}
}

import { createHash } from 'node:crypto';

/**
 * A key for values that nobody may read, such as accounts: the SHA-256 of their JSON text, in
 * hexadecimal digits.
 */
export const hashOf = (values: unknown): string =>
	createHash('sha256').update(JSON.stringify(values)).digest('hex');

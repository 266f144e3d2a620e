import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Owner } from './rest';

/** The owner of the n8n in a user folder; made up, with a random password, for a new folder. */
export async function ownerOf(userFolder: string): Promise<Owner> {
	const file = join(userFolder, 'owner.json');
	const known = await readFile(file, 'utf8').catch(() => undefined);
	if (known) return JSON.parse(known) as Owner;
	// n8n wants a digit and a capital letter.
	const owner = { email: 'owner@example.com', password: `N8n-${randomBytes(9).toString('hex')}` };
	await writeFile(file, JSON.stringify(owner), { mode: 0o600 });
	return owner;
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { samplePath } from '../../sampleRoutes';
import { identityPapers } from '../../samples/identity';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let known: Promise<Map<string, string>> | undefined;

/** The action whose specimen a file is; undefined for any other file. */
export async function specimenIn(file: Buffer): Promise<string | undefined> {
	known ??= knownSpecimens();
	return (await known).get(hashOf(file));
}

async function knownSpecimens(): Promise<Map<string, string>> {
	const entries = Object.entries(identityPapers).map(async ([action, paper]) => {
		const bytes = await readFile(samplePath(`${paper.file}.png`));
		return [hashOf(bytes), action] as const;
	});
	return new Map(await Promise.all(entries));
}

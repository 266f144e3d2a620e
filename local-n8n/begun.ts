import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

import type { N8n } from './install';
import { startInstance } from './instance';

/**
 * The user folder of an n8n that was started once and has its owner, to be copied: n8n then need not
 * set up its database. It is made when it is first asked for, and kept beside the n8n.
 */
export async function begunFolder(n8n: N8n): Promise<string> {
	const folder = `${n8n.folder}.begun`;
	if (existsSync(folder)) return folder;
	// One that is abandoned is removed with the installs that are. Of two at once, the first counts.
	const unfinished = `${folder}.installing-${process.pid}`;
	try {
		const instance = await startInstance(n8n, { userFolder: unfinished });
		await instance.stop();
		await rename(unfinished, folder).catch((error: Error) => {
			if (!existsSync(folder)) throw error;
		});
	} finally {
		await rm(unfinished, { recursive: true, force: true });
	}
	return folder;
}

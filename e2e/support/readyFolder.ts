import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { begunFolder } from '../../local-n8n/begun';
import { ensureN8n } from '../../local-n8n/install';
import { installPackage, packPackage } from '../../local-n8n/pack';
import { PROJECT } from '../../local-n8n/project';

/** Makes a user folder, to be copied: that of an n8n with the packed package. */
export async function makeReadyFolder(within: string): Promise<string> {
	const n8n = await ensureN8n((message) => process.stderr.write(`${message}\n`));
	const folder = join(within, 'n8n');
	await cp(await begunFolder(n8n), folder, { recursive: true });
	await installPackage(folder, await packPackage(PROJECT, within));
	return folder;
}

/** Leaves it for the test files of a run. */
export const shareReadyFolder = (folder: string): void => {
	process.env.E2E_READY_FOLDER = folder;
};

/** That of the run; undefined for whoever runs no test files. */
export const readyFolder = (): string | undefined => process.env.E2E_READY_FOLDER;

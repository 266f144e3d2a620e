import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage, packPackage } from '../../local-n8n/pack';
import { PROJECT } from '../../local-n8n/project';

/** Makes a user folder with the packed package, to be copied. */
export async function makeReadyFolder(within: string): Promise<string> {
	const folder = join(within, 'n8n');
	await mkdir(folder);
	await installPackage(folder, await packPackage(PROJECT, within));
	return folder;
}

/** Leaves it for the test files of a run. */
export const shareReadyFolder = (folder: string): void => {
	process.env.E2E_READY_FOLDER = folder;
};

/** That of the run; undefined for whoever runs no test files. */
export const readyFolder = (): string | undefined => process.env.E2E_READY_FOLDER;

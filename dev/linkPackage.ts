import { copyFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { packagesOf } from '../local-n8n/pack';
import { PACKAGE_NAME, PROJECT } from '../local-n8n/project';

/** The folder of this package among them. */
const packageOf = (userFolder: string) =>
	join(packagesOf(userFolder), 'node_modules', PACKAGE_NAME);

/**
 * Environment of an n8n that hot reloads a linked package. Without preserved links Node.js would
 * load the files under their names in this project, with the project's own n8n-workflow beside
 * n8n's, and n8n would not know them as files of the package when it forgets the old ones.
 */
export const HOT_RELOAD = { N8N_DEV_RELOAD: 'true', NODE_OPTIONS: '--preserve-symlinks' };

/**
 * Puts the package into a user folder as if it were installed there, with a link to this project's
 * `dist`. The folder around the link is a real one: n8n watches all of it, and a link to the whole
 * project would make it watch `node_modules` and `.git`, too.
 */
export async function linkPackage(userFolder: string): Promise<void> {
	await rm(packagesOf(userFolder), { recursive: true, force: true });
	const folder = packageOf(userFolder);
	await mkdir(folder, { recursive: true });
	await copyFile(join(PROJECT, 'package.json'), join(folder, 'package.json'));
	await symlink(join(PROJECT, 'dist'), join(folder, 'dist'), 'junction');
}

/** Makes n8n reload the nodes: it does not look behind the link, but sees a file that is written. */
export async function reloadPackage(userFolder: string): Promise<void> {
	await writeFile(join(packageOf(userFolder), 'reload'), String(Date.now()));
}

import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { npm } from './npm';

const shell = process.platform === 'win32';

/** Packs the built package as `npm publish` would, and gives the tarball's path. */
export async function packPackage(projectFolder: string, into: string): Promise<string> {
	await mkdir(into, { recursive: true });
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into];
	const { stdout } = await promisify(execFile)('npm', args, { cwd: projectFolder, shell });
	const [{ filename }] = JSON.parse(stdout) as Array<{ filename: string }>;
	return join(into, filename);
}

/** Where n8n looks for community packages. */
export const packagesOf = (userFolder: string) => join(userFolder, '.n8n', 'nodes');

/**
 * Puts a packed package where n8n looks for community packages, in place of any other version.
 * The folder is enough for n8n to load it; peers stay away, because n8n lends its own.
 */
export async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = packagesOf(userFolder);
	await rm(nodes, { recursive: true, force: true });
	await mkdir(nodes, { recursive: true });
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	await writeFile(join(nodes, 'package.json'), JSON.stringify(manifest, null, 2));
	await npm(
		['install', tarball, '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'],
		{ cwd: nodes, log: join(userFolder, 'npm.log') },
	);
}

import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IBinaryData } from 'n8n-workflow';

import { Credentials } from './credentials';
import { filesFolderOf } from './environment';
import type { N8n } from './install';
import { ownerOf } from './owner';
import { installPackage } from './pack';
import { N8nRest } from './rest';
import { startServer, type ServerOptions } from './server';
import { Workflows } from './workflows';

export interface InstanceOptions extends ServerOptions {
	/** The community package to install, packed; without it n8n loads what its folder has. */
	tarball?: string;
	/** Kept after the end; without it a temporary folder is used and removed. */
	userFolder?: string;
	/** A user folder that a temporary one begins as a copy of. */
	copyOf?: string;
}

export type N8nInstance = Awaited<ReturnType<typeof startInstance>>;

/** Starts an n8n with its package and its owner signed in. */
export async function startInstance(
	n8n: N8n,
	{ tarball, userFolder: keptFolder, copyOf, ...serverOptions }: InstanceOptions,
) {
	const userFolder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'n8n-')));
	await mkdir(userFolder, { recursive: true });
	if (copyOf) await cp(copyOf, userFolder, { recursive: true });
	if (tarball) await installPackage(userFolder, tarball);
	const owner = await ownerOf(userFolder);
	const server = await startServer(n8n, userFolder, serverOptions);
	const rest = new N8nRest(server.url);
	await rest.signIn(owner).catch(async ({ message }: Error) => {
		await server.stop();
		throw new Error(`${message}\n\nTo start again from scratch, delete ${userFolder}`);
	});
	return {
		...server,
		userFolder,
		owner,
		rest,
		/** Where workflows may read and write files. */
		filesFolder: filesFolderOf(userFolder),
		credentials: new Credentials(rest),
		workflows: new Workflows(rest),

		/** Reads the contents of an item's binary data, wherever n8n keeps them. */
		async readBinary({ id, data }: IBinaryData): Promise<Buffer> {
			if (!id) return Buffer.from(data, 'base64');
			return await rest.download(`/binary-data?action=download&id=${encodeURIComponent(id)}`);
		},

		async stop(): Promise<void> {
			await server.stop();
			if (!keptFolder) await rm(userFolder, { recursive: true, force: true });
		},
	};
}

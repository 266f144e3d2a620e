import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Server, utils } from 'ssh2';

import { systemProgram } from './systemProgram';

/** An SFTP server. */
export interface SftpServer {
	/** What n8n's SFTP credential holds. */
	credential: Record<string, string | number>;
	/** The folder that its user starts in. */
	folder: string;
	stop(): Promise<void>;
}

/** Starts an SFTP server on the loopback: OpenSSH's own, behind a sign-in with a password. */
export async function startSftpServer(): Promise<SftpServer> {
	const program = systemProgram(
		[
			'/usr/lib/openssh/sftp-server',
			'/usr/libexec/sftp-server',
			'/usr/libexec/openssh/sftp-server',
		],
		'openssh-sftp-server',
	);
	const username = 'scanner';
	const password = 'sftp-password';
	const folder = await mkdtemp(join(tmpdir(), 'sftp-'));
	const hostKeys = [utils.generateKeyPairSync('ed25519').private];
	const server = new Server({ hostKeys, algorithms: { compress: ['none'] } }, (client) => {
		client
			.on('authentication', (context) => {
				const isKnown =
					context.method === 'password' &&
					context.username === username &&
					context.password === password;
				if (isKnown) context.accept();
				else context.reject(['password']);
			})
			.on('session', (accept) => {
				accept().on('subsystem', (acceptSubsystem) => {
					const stream = acceptSubsystem();
					const child = spawn(program, ['-d', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
					stream.pipe(child.stdin);
					child.stdout.pipe(stream);
				});
			})
			// A client that just hangs up.
			.on('error', () => {});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { host: '127.0.0.1', port, username, password, privateKey: '', passphrase: '' },
		folder,
		async stop() {
			await new Promise<void>((resolve) => server.close(() => resolve()));
			await rm(folder, { recursive: true, force: true });
		},
	};
}

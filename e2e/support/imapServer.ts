import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../../local-n8n/freePort';
import { systemProgram } from './systemProgram';
import { systemUser } from './systemUser';
import { untilListening } from './untilListening';

/** An IMAP server with one mailbox. */
export interface ImapServer {
	/** What n8n's IMAP credential holds. */
	credential: Record<string, string | number | boolean>;
	/** Puts a mail, as it is sent, into the mailbox. */
	deliver(mail: Buffer): Promise<void>;
	stop(): Promise<void>;
}

/** Dovecot lets root read no mail, so root lends the mailbox to a user that Dovecot brings along. */
const ROOTS_USER = 'dovenull';

/** Starts Dovecot on the loopback, with all its files in a temporary folder. */
export async function startImapServer(): Promise<ImapServer> {
	const dovecot = systemProgram(
		['/usr/sbin/dovecot', '/opt/homebrew/sbin/dovecot'],
		'dovecot-imapd',
	);
	const folder = await mkdtemp(join(tmpdir(), 'imap-'));
	const port = await freePort();
	const { stdout: version } = await promisify(execFile)(dovecot, ['--version']);
	if (!version.startsWith('2.3')) {
		throw new Error(`This test has settings for Dovecot 2.3, but not for ${version.trim()}`);
	}
	const isRoot = userInfo().uid === 0;
	const user = isRoot ? ROOTS_USER : userInfo().username;
	const group = await systemUser('-gn', user);
	const password = 'imap-password';
	const mailbox = join(folder, 'mail');
	for (const part of ['', 'new', 'cur', 'tmp']) await mkdir(join(mailbox, part));

	const settings = {
		base_dir: join(folder, 'run'),
		state_dir: join(folder, 'state'),
		log_path: join(folder, 'dovecot.log'),
		protocols: 'imap',
		ssl: 'no',
		disable_plaintext_auth: 'no',
		mail_location: `maildir:${mailbox}`,
		// A new mail is announced at once.
		mailbox_idle_check_interval: '1 secs',
		...(isRoot
			? {}
			: { default_internal_user: user, default_internal_group: group, default_login_user: user }),
	};
	// Only root may confine a process to a folder.
	const chroot = isRoot ? '' : 'chroot =';
	const config = `${Object.entries(settings)
		.map(([name, value]) => `${name} = ${value}`)
		.join('\n')}
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${mailbox}
}
service imap-login {
  ${chroot}
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  ${chroot}
}
`;
	const file = join(folder, 'dovecot.conf');
	await writeFile(file, config);
	if (isRoot) await lend(folder, mailbox);
	const child = spawn(dovecot, ['-F', '-c', file], { stdio: 'ignore' });
	const ended = once(child, 'exit');
	process.once('exit', () => child.kill());
	await untilListening('Dovecot', child, port);

	let count = 0;
	return {
		credential: {
			user: 'ocr@example.com',
			password,
			host: '127.0.0.1',
			port,
			secure: false,
			allowUnauthorizedCerts: false,
		},
		async deliver(mail) {
			const name = `${Date.now()}.${++count}.localhost`;
			const unfinished = join(mailbox, 'tmp', name);
			await writeFile(unfinished, mail);
			await chmod(unfinished, 0o666);
			await rename(unfinished, join(mailbox, 'new', name));
		},
		async stop() {
			child.kill('SIGTERM');
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Gives a mailbox to the user that may read it, and lets that user into the folder. */
async function lend(folder: string, mailbox: string): Promise<void> {
	const [uid, gid] = [
		Number(await systemUser('-u', ROOTS_USER)),
		Number(await systemUser('-g', ROOTS_USER)),
	];
	await chmod(folder, 0o755);
	for (const part of ['', 'new', 'cur', 'tmp']) await chown(join(mailbox, part), uid, gid);
}

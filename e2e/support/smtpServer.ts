import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** An SMTP server that keeps the mails that it gets. */
export interface SmtpServer {
	/** What n8n's SMTP credential holds. */
	credential: Record<string, string | number | boolean>;
	/** Waits for the next mail that was not given yet. */
	nextMail(): Promise<Email>;
	/** How many mails have come and were not given yet. */
	readonly waiting: number;
	stop(): Promise<void>;
}

/** Starts an SMTP server on the loopback, for one user. */
export async function startSmtpServer(): Promise<SmtpServer> {
	const user = 'ocr';
	const password = 'smtp-password';
	const mails: Email[] = [];
	const server = new SMTPServer({
		// Plain text, as the connection leaves the machine nowhere.
		hideSTARTTLS: true,
		allowInsecureAuth: true,
		onAuth({ username, password: given }, _session, done) {
			if (username === user && given === password) done(null, { user });
			else done(new Error('Wrong user name or password'));
		},
		onData(stream, _session, done) {
			void (async () => {
				const chunks: Buffer[] = [];
				for await (const chunk of stream) chunks.push(chunk as Buffer);
				mails.push(await PostalMime.parse(Buffer.concat(chunks)));
				done();
			})();
		},
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return {
		credential: { user, password, host: '127.0.0.1', port, secure: false, disableStartTls: true },
		async nextMail() {
			for (const deadline = Date.now() + 55_000; Date.now() < deadline; await sleep(50)) {
				const mail = mails.shift();
				if (mail) return mail;
			}
			throw new Error('No mail came within 55 s');
		},
		get waiting() {
			return mails.length;
		},
		stop: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}

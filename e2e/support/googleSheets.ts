import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

import fastify from 'fastify';
import { generate } from 'selfsigned';

const HOSTS = ['sheets.googleapis.com', 'oauth2.googleapis.com'];

/** A stand-in for Google's sign-in and its Sheets API, with one spreadsheet of one sheet. */
export interface GoogleSheets {
	/** Leads n8n's requests to Google here. */
	env: NodeJS.ProcessEnv;
	/** What n8n's OAuth2 credential holds before its user signs in. */
	client: { clientId: string; clientSecret: string };
	/** What Google gives the browser when the user agrees. */
	code: string;
	/** The address of the spreadsheet, as a browser shows it. */
	spreadsheetUrl: string;
	/** The cells by row; the first row is the header. */
	cells: string[][];
	stop(): Promise<void>;
}

/**
 * Starts the stand-in on the loopback. n8n's own settings lead to it: a proxy for https, and a
 * certificate to trust. The proxy knows no other hosts, so nothing leaves the machine.
 */
export async function startGoogleSheets(): Promise<GoogleSheets> {
	const client = { clientId: 'stand-in-client', clientSecret: 'stand-in-secret' };
	const code = 'stand-in-code';
	const token = 'stand-in-token';
	const id = 'stand-in-for-a-spreadsheet-of-google';
	const cells: string[][] = [];

	const certificate = await generate([{ name: 'commonName', value: 'Stand-in for Google' }], {
		keySize: 2048,
		extensions: [
			{ name: 'basicConstraints', cA: true },
			{ name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) },
		],
	});
	const app = fastify({
		https: { key: certificate.private, cert: certificate.cert },
		forceCloseConnections: true,
	});
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
	);
	app.post<{ Body: Record<string, string> }>('/token', async ({ body }, reply) => {
		if (body.code !== code || body.client_secret !== client.clientSecret) {
			return await reply.code(400).send({ error: 'invalid_grant' });
		}
		return {
			access_token: token,
			refresh_token: 'refresh',
			token_type: 'Bearer',
			expires_in: 3599,
		};
	});
	await app.register(async (api) => {
		api.addHook('onRequest', async ({ headers }, reply) => {
			if (headers.authorization === `Bearer ${token}`) return;
			await reply.code(401).send({ error: { code: 401, status: 'UNAUTHENTICATED' } });
		});
		api.get(`/v4/spreadsheets/${id}`, async () => ({
			sheets: [{ properties: { sheetId: 0, title: 'Sheet1', index: 0 } }],
		}));
		// Appends empty rows and columns; this sheet has no edge.
		api.post(`/v4/spreadsheets/${id}::batchUpdate`, async () => ({ replies: [{}] }));
		api.get<{ Params: { range: string } }>(
			`/v4/spreadsheets/${id}/values/:range`,
			async ({ params: { range } }) => {
				const { first, last } = rowsOf(range);
				const values = cells.slice(first, last);
				return { range, majorDimension: 'ROWS', ...(values.length > 0 ? { values } : {}) };
			},
		);
		const write = (range: string, values: string[][]) => {
			const { first } = rowsOf(range);
			for (const [index, row] of values.entries()) cells[first + index] = row.map(String);
		};
		api.put<{ Params: { range: string }; Body: { values: string[][] } }>(
			`/v4/spreadsheets/${id}/values/:range`,
			async ({ params: { range }, body: { values } }) => {
				write(range, values);
				return { updatedRange: range, updatedRows: values.length };
			},
		);
		api.post<{ Body: { data: Array<{ range: string; values: string[][] }> } }>(
			`/v4/spreadsheets/${id}/values::batchUpdate`,
			async ({ body: { data } }) => {
				for (const { range, values } of data) write(range, values);
				return { totalUpdatedRows: data.length };
			},
		);
	});
	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;

	const proxy = await startProxy(port);
	const folder = await mkdtemp(join(tmpdir(), 'google-'));
	const certificateFile = join(folder, 'certificate.pem');
	await writeFile(certificateFile, certificate.cert);
	return {
		env: { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: certificateFile },
		client,
		code,
		spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`,
		cells,
		async stop() {
			proxy.stop();
			await app.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The rows of a range such as `Sheet1!2:7`, counted from 0; all rows without numbers. */
function rowsOf(range: string): { first: number; last: number } {
	const [, first = '1', last = ''] = /![A-Z]*(\d+)?:?[A-Z]*(\d+)?$/.exec(range) ?? [];
	return { first: Number(first) - 1, last: last ? Number(last) : Infinity };
}

/** A proxy for https that leads the hosts of Google to a port of this machine. */
async function startProxy(port: number): Promise<{ url: string; stop: () => void }> {
	const open = new Set<Duplex>();
	const server = createServer().on('connect', ({ url }, socket) => {
		const [host] = String(url).split(':');
		if (!HOSTS.includes(host)) {
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		const target = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(target).pipe(socket);
		});
		for (const end of [socket, target]) {
			open.add(end);
			end.on('error', () => {}).on('close', () => open.delete(end));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		stop: () => {
			server.close();
			for (const socket of open) socket.destroy();
		},
	};
}

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontDoor {
	/** The link to open, as secret as the session behind it. */
	url: string;
	close(): void;
}

/** Serves a link that signs a browser in to a local n8n and leads it to one of its pages. */
export async function openFrontDoor(sessionCookie: string, target: string): Promise<FrontDoor> {
	const path = `/${randomBytes(8).toString('hex')}`;
	const server = createServer((request, response) => {
		if (request.url !== path) return response.writeHead(404).end();
		// Cookies belong to a host, not to a port: n8n gets this one as well.
		const cookie = `${sessionCookie}; Path=/; HttpOnly; SameSite=Lax`;
		return response.writeHead(302, { 'set-cookie': cookie, location: target }).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${path}`,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

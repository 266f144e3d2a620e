import { createServer, type AddressInfo } from 'node:net';

/** Gives the wanted port if it is free, or else one that is. */
export async function freePort(wanted = 0): Promise<number> {
	return await new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', () => (wanted ? resolve(freePort()) : reject(new Error('No free port'))));
		server.listen(wanted, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

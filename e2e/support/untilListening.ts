import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

import { until } from './until';

/**
 * Waits until a server that was started accepts connections on the loopback.
 *
 * @param name for the error's message
 * @throws Error when the server has ended, or does not listen in time
 */
export async function untilListening(
	name: string,
	server: ChildProcess,
	port: number,
): Promise<void> {
	await until(`${name} listens`, async () => {
		if (server.exitCode !== null) throw new Error(`${name} did not start`);
		const socket = connect(port, '127.0.0.1');
		const isOpen = await new Promise<boolean>((resolve) => {
			socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		});
		socket.destroy();
		return isOpen;
	});
}

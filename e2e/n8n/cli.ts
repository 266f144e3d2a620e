import { execFile } from 'node:child_process';

import { environmentOf } from './environment';
import { freePort } from './freePort';
import type { N8n } from './install';

export interface CliResult {
	code: number;
	stdout: string;
}

/**
 * Runs a command of n8n to its end, such as `import:credentials --input=file.json`.
 *
 * `execute --id=… --rawOutput` writes the run as JSON among its messages, from a line `{` to a line
 * `}`, and ends with code 1 if the run failed.
 */
export async function runCli(n8n: N8n, userFolder: string, args: string[]): Promise<CliResult> {
	const env = {
		...environmentOf(n8n, userFolder),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
	};
	const options = { cwd: userFolder, env, maxBuffer: 2 ** 28 };
	return await new Promise((resolve) => {
		const child = execFile(n8n.node, [n8n.script, ...args], options, (_error, stdout) => {
			resolve({ code: child.exitCode ?? 1, stdout });
		});
	});
}

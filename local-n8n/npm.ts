import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';

import { killGroup } from './killGroup';

export interface NpmOptions {
	cwd: string;
	/** File that npm's output is added to. */
	log: string;
	env?: NodeJS.ProcessEnv;
}

/** Runs npm to its end. A failure is told with npm's last lines and where the others are. */
export async function npm(args: string[], { cwd, log, env }: NpmOptions): Promise<void> {
	const output = await open(log, 'a');
	const child = spawn('npm', args, {
		cwd,
		env: { ...process.env, ...env },
		stdio: ['ignore', output.fd, output.fd],
		// On Windows npm is a batch file, which only a shell can start.
		shell: process.platform === 'win32',
		detached: process.platform !== 'win32',
	});
	// An npm that is asked to stop in the middle of an install goes on and on.
	const stop = () => killGroup(child);
	process.once('exit', stop);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('exit', resolve);
	}).finally(async () => {
		process.off('exit', stop);
		await output.close();
	});
	if (code !== 0) {
		const lastLines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`npm ${args.join(' ')} failed\n\n${lastLines}\n\nFull log: ${log}`);
	}
}

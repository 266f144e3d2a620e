/** Runs the sandbox for people: `npm run sandbox`, or `npm run sandbox -- <port>`. */
import type { Command } from '../local-n8n/command/runUntilStopped';
import { runUntilStopped } from '../local-n8n/command/runUntilStopped';
import { sandboxAccounts } from '../local-n8n/sandboxCredentials';
import { dialogsOf } from './dialogs';
import { samples } from './sampleRoutes';
import { startSandbox } from './server';

async function main(command: Command): Promise<void> {
	const port = Number(process.argv[2] ?? process.env.PORT ?? 10787);
	const sandbox = await startSandbox({ port, log: console.log }).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code !== 'EADDRINUSE') throw error;
			throw new Error(
				`Port ${port} is already in use. Choose another one: npm run sandbox -- <port>`,
			);
		},
	);
	command.endsWith(sandbox.close);
	console.log(`The sandbox is running at ${sandbox.url}. Press Ctrl-C to stop it.
It really reads images, but not as well as the providers do.

Enter this into the credentials in n8n on this machine:

${dialogsOf(sandboxAccounts(sandbox))}

Sample images:
${samples.map((file) => `  ${sandbox.url}/samples/${file}`).join('\n')}
`);
	command.isUp();
	await new Promise(() => {});
}

runUntilStopped(main);

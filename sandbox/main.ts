/** Runs the sandbox for people: `npm run sandbox`, or `npm run sandbox -- <port>`. */
import { samples } from './sampleRoutes';
import { startSandbox } from './server';

async function main(): Promise<void> {
	const port = Number(process.argv[2] ?? process.env.PORT ?? 10787);
	const { url, providers, close } = await startSandbox({ port, log: console.log });
	console.log(`The sandbox is running at ${url}. Press Ctrl-C to stop it.\n`);
	for (const [name, { baseUrl, ...accounts }] of Object.entries(providers)) {
		console.log(`${name}: base URL ${baseUrl}, with test accounts:`);
		console.log(accounts, '\n');
	}
	console.log('Sample images:');
	for (const file of samples) console.log(`${url}/samples/${file}`);

	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}

main().catch((error: NodeJS.ErrnoException & { port?: number }) => {
	process.exitCode = 1;
	console.error(
		error.code === 'EADDRINUSE'
			? `Port ${error.port} is already in use. Choose another one: npm run sandbox -- <port>`
			: error,
	);
});

/**
 * Loaded into n8n before anything else. It writes down what n8n would only log: exceptions and
 * rejections that nobody handles. On SIGUSR2 it collects garbage and writes how much memory is left.
 */
const { appendFileSync, writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

// n8n hands its environment on to the processes that it starts.
if (process.argv.includes('start')) {
	const { WATCH_UNHANDLED, WATCH_MEMORY } = process.env;
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc');
	process.on('uncaughtExceptionMonitor', (error, origin) => {
		appendFileSync(WATCH_UNHANDLED, `${origin}: ${(error && error.stack) || error}\n`);
	});
	process.on('SIGUSR2', () => {
		collect();
		setImmediate(() => {
			collect();
			const { heapUsed, external } = process.memoryUsage();
			const listeners = process.listenerCount('unhandledRejection');
			writeFileSync(WATCH_MEMORY, JSON.stringify({ heapUsed, external, listeners }));
		});
	});
}

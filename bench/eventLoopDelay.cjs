/** Loaded into n8n before anything else: on SIGUSR2 it writes for how long its event loop stood still at most since the last time. */
const { writeFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

// n8n hands its environment on to the processes that it starts.
if (process.argv.includes('start')) {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	delays.enable();
	process.on('SIGUSR2', () => {
		writeFileSync(process.env.EVENT_LOOP_DELAY_FILE, String(delays.max / 1e6));
		delays.reset();
	});
}

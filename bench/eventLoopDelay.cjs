/** Loaded into n8n before anything else: on SIGUSR2 it writes for how long its event loop stood still since the last time: at most, and but for one time in a hundred. */
const { writeFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

// n8n hands its environment on to the processes that it starts.
if (process.argv.includes('start')) {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	delays.enable();
	process.on('SIGUSR2', () => {
		writeFileSync(
			process.env.EVENT_LOOP_DELAY_FILE,
			[delays.max, delays.percentile(99)].map((delay) => delay / 1e6).join(' '),
		);
		delays.reset();
	});
}

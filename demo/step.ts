/** Shows a step of the demo, its messages, and how long it took. */
export async function step<T>(
	title: string,
	work: (say: (message: string) => void) => Promise<T>,
): Promise<T> {
	const started = performance.now();
	let lead = ' ';
	process.stdout.write(`${title} …`);
	const result = await work((message) => {
		lead = '\n  ';
		process.stdout.write(`\n  ${message}`);
	});
	process.stdout.write(`${lead}${((performance.now() - started) / 1000).toFixed(1)} s\n`);
	return result;
}

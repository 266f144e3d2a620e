import type { KindTally, Tally } from './checkRun';
import type { KindName } from './fates';

const MODES = {
	continueRegularOutput: 'Continue',
	continueErrorOutput: 'Continue (using error output)',
	stopWorkflow: 'Stop Workflow',
};

const COLUMNS: Array<[title: string, key: keyof Omit<Tally, 'mode' | 'kinds'>]> = [
	['Documents', 'documents'],
	['Requests that arrived whole', 'requests'],
	['Billed', 'billed'],
	['With rows', 'rows'],
	['With an error', 'errors'],
	['Billed, answer cut off', 'billedWithError'],
	['Billed, answer unreadable', 'unreadable'],
	['Billed, lost with the run', 'lostByStop'],
	['Not billed, but the error warns', 'falseAlarms'],
	['Sent again after their answer', 'resent'],
];

const FAULTS: Record<KindName, string> = {
	calm: 'None',
	throttled: 'Throttled, in the words of the provider',
	status429: 'HTTP 429',
	status429RetryAfter: 'HTTP 429 with Retry-After',
	status500: 'HTTP 500',
	status502: 'HTTP 502',
	status503: 'HTTP 503',
	status503RetryAfter: 'HTTP 503 with Retry-After',
	status504: 'HTTP 504',
	doorShut: 'Answered, and the next connections are refused',
	resetBefore: 'Reset when the request begins to arrive',
	resetDuring: 'Reset in the middle of a large file',
	resetAfter: 'Reset when the whole request has arrived',
	half: 'Half an answer',
	halfChunked: 'Half an answer without a stated length',
	late: 'Answered after the time-out',
	page: 'A page of HTML with status 200',
	empty: 'Nothing with status 200',
	wrongShape: 'JSON of another structure',
	wrongType: 'Answered with a wrong content type',
	gzip: 'Answered with gzip',
	brokenGzip: 'Broken gzip',
	redirect: 'A redirect',
	large: 'Answered with 60 MB',
	largePage: 'A page of 60 MB',
	largeWrongShape: 'JSON of another structure of 60 MB',
};

/** The figures of all runs as a table in Markdown, by On Error. */
export function tableOf(
	tallies: Tally[],
	{ seed, seconds, memory }: { seed: string; seconds: number; memory: number },
): string {
	const rows = Object.entries(MODES).map(([mode, name]) => {
		const own = tallies.filter((tally) => tally.mode === mode);
		const sums = COLUMNS.map(([, key]) => own.reduce((sum, tally) => sum + tally[key], 0));
		return [`**${name}**`, ...sums.map((sum) => sum.toLocaleString('en'))];
	});
	const kinds = (Object.keys(FAULTS) as KindName[]).map((kind) => {
		const own = tallies.flatMap((tally) => tally.kinds[kind] ?? []);
		const sum = (key: keyof KindTally) => own.reduce((total, tally) => total + tally[key], 0);
		const [documents, withRows] = [sum('documents'), sum('rows')];
		const counts = [documents, withRows, documents - withRows, sum('billed')];
		return [FAULTS[kind], ...counts.map((count) => count.toLocaleString('en'))];
	});
	return [
		...table(['On Error', ...COLUMNS.map(([title]) => title)], rows),
		'',
		...table(['Fault', 'Documents', 'With rows', 'With an error', 'Billed'], kinds),
		'',
		`Seed ${seed}, ${Math.round(seconds)} s, ${tallies.length} runs, ${Math.round(memory)} MB more in use at the end.`,
	].join('\n');
}

const table = (head: string[], rows: string[][]): string[] =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

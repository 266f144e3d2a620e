/**
 * Takes every PDF in a folder apart, and compares each page with the original's in pdfium, and whether it
 * has text:
 *
 *     npm run test:pdf-corpus -- <folder> [pages per file to compare]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Outcome } from './checkFile';
import type { TextOutcome } from './checkText';

/** pdfium itself needs minutes for some files. */
const MOST_SECONDS = 60;
/** How many files are listed at most. */
const MOST_LISTED = 10;

interface Checked extends Partial<Outcome> {
	path: string;
	text?: TextOutcome;
}

async function check(folder: string, pages: number): Promise<Checked[]> {
	const names = await readdir(folder, { recursive: true });
	const paths = names.filter((name) => /\.pdf$/i.test(name)).sort();
	const checked: Checked[] = [];
	let worker: ChildProcess | undefined;
	for (const path of paths) {
		let outcome: Omit<Checked, 'path'> | undefined;
		// A page that pdfium never finishes, or that makes it crash, says nothing about us. It may also
		// crash because of the files before.
		for (let tries = 0; tries < 2 && !outcome; tries++) {
			worker ??= fork(join(__dirname, 'corpusWorker.ts'), {
				execArgv: ['--import', 'tsx'],
				stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
			});
			worker.send({ path: join(folder, path), pages });
			outcome = await outcomeOf(worker);
			if (outcome) break;
			worker.kill('SIGKILL');
			worker = undefined;
		}
		checked.push({ path, ...(outcome ?? { kind: 'unreadable', detail: 'pdfium did not finish' }) });
		if (checked.length % 100 === 0) process.stderr.write(`${checked.length} of ${paths.length}\n`);
	}
	worker?.kill();
	return checked;
}

/** What a worker says next; undefined if it says nothing in time, or ends. */
async function outcomeOf(worker: ChildProcess): Promise<Omit<Checked, 'path'> | undefined> {
	const over = new AbortController();
	const { signal } = over;
	try {
		const [outcome] = (await Promise.race([
			once(worker, 'message', { signal }),
			once(worker, 'exit', { signal }).then(() => []),
			sleep(MOST_SECONDS * 1000, [], { signal }),
		])) as [Omit<Checked, 'path'>?];
		return outcome;
	} finally {
		over.abort();
	}
}

function report(checked: Checked[]): void {
	const print = (text: string) => process.stdout.write(`${text}\n`);
	const of = (kind: Outcome['kind']) => checked.filter((file) => file.kind === kind);
	const sum = (key: 'pages' | 'compared') =>
		checked.reduce((total, file) => total + (file[key] ?? 0), 0);

	for (const kind of ['different', 'threw'] as const) {
		for (const { path, detail } of of(kind)) print(`${kind}: ${path}: ${detail}`);
	}
	const fallbacks = of('fallback');
	const reasons = new Map<string, string[]>();
	for (const { path, detail = '' } of fallbacks) {
		reasons.set(detail, [...(reasons.get(detail) ?? []), path]);
	}
	for (const [reason, paths] of [...reasons].sort(([, a], [, b]) => b.length - a.length)) {
		print(`fallback: ${reason}: ${paths.length}, such as ${paths.slice(0, 3).join(', ')}`);
	}
	for (const [what, key] of [
		['page', 'slowestPage'],
		['opening', 'opening'],
		['stretch', 'stretch'],
	] as const) {
		const slowest = checked.slice().sort((a, b) => (b[key] ?? 0) - (a[key] ?? 0));
		for (const file of slowest.slice(0, 3)) {
			print(`slowest ${what}: ${(file[key] ?? 0).toFixed(1)} ms, ${file.path}`);
		}
	}
	const encrypted = fallbacks.filter(({ detail }) => detail === 'the file is encrypted').length;
	print(
		`${checked.length} files: ${of('same').length} same, ${fallbacks.length} fallbacks (${encrypted} encrypted), ` +
			`${of('different').length} different, ${of('threw').length} threw, ${of('unreadable').length} unreadable in pdfium; ` +
			`${sum('pages')} pages cut, ${sum('compared')} compared`,
	);
}

/** Where we and pdfium disagree on which pages have text. */
function reportText(checked: Checked[]): void {
	const print = (line: string) => process.stdout.write(`${line}\n`);
	const files = checked.flatMap(({ path, text }) => (text ? [{ path, ...text }] : []));
	const count = (key: 'onlyOurs' | 'onlyPdfium') =>
		files.reduce((total, file) => total + file[key].length, 0);

	for (const [what, key] of [
		['only we find text', 'onlyOurs'],
		['only pdfium finds text', 'onlyPdfium'],
	] as const) {
		const worst = files.filter((file) => file[key].length > 0);
		worst.sort((a, b) => b[key].length - a[key].length);
		for (const { path, [key]: pages } of worst.slice(0, MOST_LISTED)) {
			print(`${what}: ${path}: pages ${pages.slice(0, 10).join(', ')} (${pages.length})`);
		}
	}
	for (const [what, key] of [
		['page', 'slowestPage'],
		['stretch', 'stretch'],
	] as const) {
		const slowest = files.slice().sort((a, b) => b[key] - a[key]);
		for (const file of slowest.slice(0, 3)) {
			print(`slowest ${what} for text: ${file[key].toFixed(1)} ms, ${file.path}`);
		}
	}
	const agreed = files.reduce((total, file) => total + file.agreed, 0);
	const over = files.reduce((total, file) => total + file.over, 0);
	const pages = agreed + count('onlyOurs') + count('onlyPdfium');
	const percent = (part: number) => `${((100 * part) / Math.max(1, pages)).toFixed(2)} %`;
	print(
		`text: ${pages} pages: ${agreed} agree (${percent(agreed)}), ` +
			`only we find text on ${count('onlyOurs')} (${percent(count('onlyOurs'))}), ` +
			`only pdfium on ${count('onlyPdfium')} (${percent(count('onlyPdfium'))}); ` +
			`besides, ${over} have more text in notes or forms`,
	);
}

async function main([folder, pages = 'Infinity']: string[]): Promise<void> {
	if (!folder) throw new Error('Name a folder: npm run test:pdf-corpus -- <folder>');
	const checked = await check(resolve(folder), Number(pages));
	report(checked);
	reportText(checked);
	const isWrong = checked.some(({ kind }) => kind === 'different' || kind === 'threw');
	process.exitCode = isWrong ? 1 : 0;
}

void main(process.argv.slice(2));

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ensureN8n } from '../local-n8n/install';
import { PROJECT } from '../local-n8n/project';
import { samplePath } from '../sandbox/sampleRoutes';
import { fillInForm } from './support/form';
import { STAGE_TIMEOUT } from './support/stage';

interface Demo {
	process: ChildProcess;
	/** What it has printed so far. */
	said: string;
	ended: Promise<unknown>;
}

/** Where the demos keep their n8n and its folders, apart from those of whoever runs the tests. */
let cache: string;
let demos: Demo[] = [];

beforeAll(async () => {
	const { folder } = await ensureN8n((message) => process.stderr.write(`${message}\n`));
	cache = await mkdtemp(join(tmpdir(), 'demo-cache-'));
	await mkdir(join(cache, 'n8n-nodes-cloud-ocr'));
	await symlink(folder, join(cache, 'n8n-nodes-cloud-ocr', basename(folder)));
}, STAGE_TIMEOUT);
afterAll(async () => {
	for (const { process: child, ended } of demos) {
		child.kill('SIGTERM');
		await ended;
	}
	await rm(cache, { recursive: true, force: true });
});

function startDemo(): Demo {
	const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
		cwd: PROJECT,
		env: { ...process.env, XDG_CACHE_HOME: cache },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const demo: Demo = { process: child, said: '', ended: once(child, 'exit') };
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (part) => (demo.said += String(part)));
	}
	return demo;
}

async function untilUp(demo: Demo): Promise<void> {
	for (const deadline = Date.now() + 240_000; Date.now() < deadline; await sleep(200)) {
		if (demo.said.includes('Press Ctrl-C to stop the demo.')) return;
		if (demo.process.exitCode !== null) break;
	}
	throw new Error(`The demo is not up:\n${demo.said}`);
}

/** The addresses that a demo prints, and the folder in which it keeps its files. */
function printedBy({ said }: Demo) {
	const [door, form] = said.match(/^ {4}http\S+$/gm)!.map((line) => line.trim());
	const [, folder] = /write files only in (\S+)/.exec(said)!;
	return { door, form, folder };
}

test('two demos that are started at once both work, and end cleanly', async () => {
	demos = [startDemo(), startDemo()];
	await Promise.all(demos.map(untilUp));
	const [one, other] = demos.map(printedBy);
	expect(one.folder).not.toBe(other.folder);
	for (const { said } of demos) expect(said).toMatch(/TOTAL USD +31\.32/);

	for (const { door, form } of [one, other]) {
		const signedIn = await fetch(door, { redirect: 'manual' });
		const location = signedIn.headers.get('location')!;
		expect(new URL(location).origin).toBe(new URL(form).origin);
		const cookie = signedIn.headers.get('set-cookie')!.split(';')[0];
		const page = await fetch(location, { headers: { cookie } });
		expect(page.status).toBe(200);
		const picture = new File([await readFile(samplePath('receipt.jpg'))], 'receipt.jpg', {
			type: 'image/jpeg',
		});
		expect((await fillInForm(form, [[picture]])).message).toMatch(/TOTAL USD/);
	}

	for (const { process: child } of demos) child.kill('SIGINT');
	await Promise.all(demos.map(async ({ ended }) => await ended));
	expect(demos.map(({ process: child }) => child.exitCode)).toEqual([0, 0]);
	for (const { form, folder } of [one, other]) {
		await expect(fetch(form)).rejects.toThrow('fetch failed');
		expect(existsSync(join(folder, '..', 'process.pid'))).toBe(false);
	}
}, 600_000);

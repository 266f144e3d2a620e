import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium, selectors } from 'playwright-core';

import { Credentials } from '../../local-n8n/credentials';
import { N8nRest } from '../../local-n8n/rest';
import type { WorkflowJson } from '../../local-n8n/workflows';
import { Workflows } from '../../local-n8n/workflows';
import { Canvas } from './pages/canvas';
import type { Theatre } from './theatre';
import { theatre } from './theatre';

/** Large enough for a panel with its three columns, small enough for a README. */
const VIEWPORT = { width: 1280, height: 800 };

/** How long the editor may take for one step, on a machine that is busy. */
const STEP_TIMEOUT_MS = 45_000;

selectors.setTestIdAttribute('data-test-id');

/**
 * Gives the tests of a file n8n's editor, with its owner signed in. A step that does not happen in time
 * fails its scene, which leaves a screenshot and the browser's console in a temporary folder.
 */
export function onEditor() {
	let shared: Theatre;
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;
	let rest: N8nRest;
	let said: string[] = [];

	beforeAll(async () => {
		shared = theatre();
		// While the modules were loaded, n8n may have closed a connection of the setup. The next request
		// would take that one, unless the event loop learns of its end before.
		await setImmediate();
		rest = new N8nRest(shared.n8n.url);
		await rest.signIn(shared.n8n.owner);
		browser = await chromium.connect(shared.browser);
		context = await browser.newContext({ viewport: VIEWPORT, colorScheme: 'light' });
		context.setDefaultTimeout(STEP_TIMEOUT_MS);
		const [name, value] = rest.sessionCookie.split('=', 2);
		await context.addCookies([{ name, value, url: shared.n8n.url }]);
		context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
		context.on('weberror', (error) => said.push(`uncaught: ${error.error().stack}`));
		page = await context.newPage();
	});
	afterAll(async () => await browser?.close());
	beforeEach(() => {
		said = [];
	});

	/** Keeps what helps to understand a failure, and names its folder in the error. */
	async function keepEvidence(error: unknown): Promise<never> {
		const folder = await mkdtemp(join(tmpdir(), 'editor-'));
		await writeFile(join(folder, 'console.txt'), said.join('\n'));
		for (const [index, open] of (context?.pages() ?? []).entries()) {
			await open.screenshot({ path: join(folder, `page${index + 1}.png`) }).catch(() => {});
		}
		const kept = error instanceof Error ? error : new Error(String(error));
		const told = `${kept.message}\n\nScreenshots and the browser's console: ${folder}`;
		// Jest prints the stack, which has the message as it was.
		kept.stack = kept.stack?.replace(kept.message, () => told);
		kept.message = told;
		throw kept;
	}

	return {
		get page() {
			return page;
		},
		get context() {
			return context;
		},
		get rest() {
			return rest;
		},
		get credentials() {
			return new Credentials(rest);
		},
		get sandbox() {
			return shared.sandbox;
		},
		/** The path of a sample image where workflows may read it. */
		sample: (name: string) => join(shared.n8n.filesFolder, name),
		/** Saves a workflow and opens it. */
		async open(workflow: WorkflowJson): Promise<Canvas> {
			const id = await new Workflows(rest).save(workflow);
			await page.goto(`${shared.n8n.url}/workflow/${id}`);
			const canvas = new Canvas(page);
			await canvas.untilLoaded();
			return canvas;
		},
		/** Opens a workflow that is new and empty, by the plus at the upper left. */
		async openNew(): Promise<Canvas> {
			await page.goto(shared.n8n.url);
			await page.getByTestId('universal-add').click();
			await page.getByRole('menuitem', { name: 'New workflow' }).click();
			await page.getByTestId('canvas-add-button').waitFor();
			return new Canvas(page);
		},
		/** A part of a test: what goes wrong in it leaves its evidence. */
		scene:
			<Arguments extends unknown[]>(play: (...args: Arguments) => Promise<void>) =>
			async (...args: Arguments) =>
				await play(...args).catch(keepEvidence),
	};
}

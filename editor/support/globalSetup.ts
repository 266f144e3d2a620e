import { chromium } from 'playwright-core';
import type { BrowserServer } from 'playwright-core';

import type { Stage } from '../../e2e/support/stage';
import { setStage } from '../../e2e/support/stage';
import { findBrowser } from './findBrowser';
import { openTheatre } from './theatre';

/** What the teardown ends. Both run in the same process. */
export const running: { stage?: Stage; browser?: BrowserServer } = {};

/** Starts one n8n, one sandbox and one browser for all test files. */
export default async function globalSetup(): Promise<void> {
	const executablePath = findBrowser();
	const stage = (running.stage = await setStage());
	try {
		running.browser = await chromium.launchServer({
			executablePath,
			host: '127.0.0.1',
			// Nothing is loaded from elsewhere, so that a run is the same with and without a network.
			args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
		});
	} catch (error) {
		await stage.stop();
		throw error;
	}
	const { n8n, sandbox } = stage;
	openTheatre({
		n8n: { url: n8n.url, owner: n8n.owner, filesFolder: n8n.filesFolder },
		sandbox: { url: sandbox.url, providers: sandbox.providers },
		browser: running.browser.wsEndpoint(),
	});
}

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeReadyFolder, shareReadyFolder } from './readyFolder';

/** What the teardown removes. Both run in the same process. */
export const made: { folder?: string } = {};

/** Packs and installs the package once for all test files; each starts an n8n of its own with it. */
export default async function globalSetup(): Promise<void> {
	made.folder = await mkdtemp(join(tmpdir(), 'e2e-'));
	shareReadyFolder(await makeReadyFolder(made.folder));
}

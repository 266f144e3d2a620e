import { rm } from 'node:fs/promises';

import { made } from './globalSetup';

export default async function globalTeardown(): Promise<void> {
	if (made.folder) await rm(made.folder, { recursive: true, force: true });
}

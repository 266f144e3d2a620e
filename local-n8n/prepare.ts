/** Installs the pinned n8n and sets up its database, as the first test would: `tsx local-n8n/prepare.ts`. */
import { begunFolder } from './begun';
import { ensureN8n } from './install';

async function prepare(): Promise<void> {
	await begunFolder(await ensureN8n(console.log));
}

void prepare();

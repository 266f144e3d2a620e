/** Installs the pinned n8n, as the first test would: `tsx local-n8n/prepare.ts`. */
import { ensureN8n } from './install';

void ensureN8n(console.log);

import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import type { N8n } from './install';

/** What n8n may take over from the shell. Anything else could change how it runs, as NODE_ENV does. */
const INHERITED = [
	'PATH',
	'HOME',
	'USERPROFILE',
	'SystemRoot',
	'TMPDIR',
	'TEMP',
	'TMP',
	'LANG',
	'NODE_EXTRA_CA_CERTS',
];

/** Parts of n8n that OCR has no use for, and that take seconds to start or call home. */
const UNUSED_MODULES = [
	'agents',
	'chat-hub',
	'instance-ai',
	'mcp',
	'mcp-registry',
	'workflow-builder',
];

/** Where workflows may read and write files. */
export function filesFolderOf(userFolder: string): string {
	const folder = join(userFolder, 'files');
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** Environment of every n8n process: a folder of its own, reachable only from here, and silent. */
export function environmentOf(n8n: N8n, userFolder: string): NodeJS.ProcessEnv {
	const inherited = Object.fromEntries(INHERITED.map((name) => [name, process.env[name]]));
	return {
		...inherited,
		PATH: [join(n8n.folder, 'node_modules', '.bin'), inherited.PATH].join(delimiter),

		N8N_USER_FOLDER: userFolder,
		N8N_RESTRICT_FILE_ACCESS_TO: filesFolderOf(userFolder),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		// Plain http, as on any machine where n8n is tried out.
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',

		N8N_DISABLED_MODULES: UNUSED_MODULES.join(','),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	};
}

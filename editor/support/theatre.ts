import type { Sandbox } from '../../sandbox/server';
import type { Owner } from '../../local-n8n/rest';

/** What the whole run shares, as plain data: test files see nothing else of its setup. */
export interface Theatre {
	n8n: {
		url: string;
		owner: Owner;
		/** Where workflows may read files. The sample images are there. */
		filesFolder: string;
	};
	sandbox: Pick<Sandbox, 'url' | 'providers'>;
	/** The address to connect to the browser. */
	browser: string;
}

/** Leaves the shared things for the test files. */
export function openTheatre(theatre: Theatre): void {
	process.env.EDITOR_THEATRE = JSON.stringify(theatre);
}

/** The things that the run's setup has left. */
export const theatre = (): Theatre => JSON.parse(process.env.EDITOR_THEATRE!) as Theatre;

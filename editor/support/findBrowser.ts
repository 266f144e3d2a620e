import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const isExecutable = (file: string) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/**
 * The path of the Chromium that is installed, or of the one that the variable CHROMIUM names.
 *
 * @throws Error if there is none
 */
export function findBrowser(): string {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const files = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	const browser = files.find(isExecutable);
	if (browser) return browser;
	throw new Error(
		'Chromium is not installed. Install it (on Debian: apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome.',
	);
}

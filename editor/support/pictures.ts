import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** GitHub scales larger pictures down, and everybody who opens the page downloads them. */
const MOST_BYTES = 150_000;

/** What the editor shows for some seconds only. */
const WITHOUT = '.el-notification, .el-overlay-message { display: none !important; }';

type ColorScheme = 'light' | 'dark';

/**
 * Takes a picture of a page for the documentation, in light and in dark colours, as
 * `docs/pictures/<name>.png` and `<name>.dark.png`. Only `npm run docs:pictures` does; for a test run,
 * which must leave the committed pictures as they are, this does nothing.
 *
 * @param colorSchemes without dark for pages that have no dark colours
 * @throws Error if a picture is too large for a README
 */
export async function takePictures(
	page: Page,
	name: string,
	colorSchemes: ColorScheme[] = ['light', 'dark'],
): Promise<void> {
	const folder = process.env.EDITOR_PICTURES;
	if (!folder) return;
	try {
		for (const colorScheme of colorSchemes) {
			const ending = colorScheme === 'dark' ? '.dark' : '';
			await page.emulateMedia({ colorScheme });
			const shot = await page.screenshot({ animations: 'disabled', caret: 'hide', style: WITHOUT });
			const picture = await sharp(shot).png({ palette: true, quality: 90, effort: 8 }).toBuffer();
			if (picture.length > MOST_BYTES) {
				throw new Error(`The picture ${name}${ending} has ${picture.length} bytes`);
			}
			await mkdir(folder, { recursive: true });
			await writeFile(join(folder, `${name}${ending}.png`), picture);
		}
	} finally {
		await page.emulateMedia({ colorScheme: 'light' });
	}
}

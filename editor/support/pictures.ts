import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page, PageScreenshotOptions } from 'playwright-core';
import sharp from 'sharp';

import { PROJECT } from '../../local-n8n/project';

/** GitHub scales larger pictures down, and everybody who opens the page downloads them. */
const MOST_BYTES = 150_000;

/** What the editor shows for some seconds only, and what a user has still to set. */
const WITHOUT = `.el-notification, .el-overlay-message, [data-test-id="node-issues"] {
	display: none !important;
}`;

/** The folder of the pictures. */
export const PICTURES = join(PROJECT, 'docs', 'pictures');

const { EDITOR_PICTURES: folder } = process.env;

/** Whether this run takes pictures. */
export const takesPictures = folder !== undefined;

type ColorScheme = 'light' | 'dark';

interface PictureOptions {
	colorSchemes?: ColorScheme[];
	clip?: PageScreenshotOptions['clip'];
}

/**
 * Takes a picture of a page for the documentation, in light and in dark colours, as
 * `docs/pictures/<name>.png` and `<name>.dark.png`. Only `npm run docs:pictures` does; for a test run,
 * which must leave the committed pictures as they are, this does nothing.
 *
 * @param options.colorSchemes without dark for pages that have no dark colours
 * @param options.clip the part of the page to show, in pixels; all of it by default
 * @throws Error if a picture is too large for a README
 */
export async function takePictures(
	page: Page,
	name: string,
	{ colorSchemes = ['light', 'dark'], clip }: PictureOptions = {},
): Promise<void> {
	if (!folder) return;
	try {
		for (const colorScheme of colorSchemes) {
			const ending = colorScheme === 'dark' ? '.dark' : '';
			await page.emulateMedia({ colorScheme });
			const shot = await page.screenshot({
				animations: 'disabled',
				caret: 'hide',
				style: WITHOUT,
				clip,
			});
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

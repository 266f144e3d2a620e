import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this project. */
export const PROJECT = join(__dirname, '..');

/** The name of its package. */
export const { name: PACKAGE_NAME } = JSON.parse(
	readFileSync(join(PROJECT, 'package.json'), 'utf8'),
) as { name: string };

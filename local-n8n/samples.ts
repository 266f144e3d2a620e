import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { samplePath, samples } from '../sandbox/sampleRoutes';

/** Copies all sample images to where workflows may read them. */
export async function copySamples(folder: string): Promise<void> {
	for (const name of samples) await copyFile(samplePath(name), join(folder, name));
}

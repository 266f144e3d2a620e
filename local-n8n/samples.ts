import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { samples } from '../sandbox/sampleRoutes';
import { PROJECT } from './project';

const SAMPLES = join(PROJECT, 'sandbox', 'samples');

/** The path of a sample image in this project. */
export const samplePath = (name: string) => join(SAMPLES, name);

/** Copies all sample images to where workflows may read them. */
export async function copySamples(folder: string): Promise<void> {
	for (const name of samples) await copyFile(samplePath(name), join(folder, name));
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { isPdf } from '../../../ocr/pdf';
import { samplePath } from '../../../sampleRoutes';
import { imageFile, readableImage, type ImageParameters } from '../image';

/** The parameters of an action on documents. */
export type FileParameters = ImageParameters & Record<string, unknown>;

export const file = async (parameters: FileParameters, largest: number): Promise<Buffer> =>
	await imageFile(parameters, largest);

/**
 * The picture in a file, or a page of its PDF, for actions without `IsPdf`.
 *
 * @throws TencentError
 */
export const pictureIn = async (bytes: Buffer, parameters: FileParameters): Promise<Buffer> =>
	await readableImage(bytes, { ...parameters, ImageUrl: undefined, IsPdf: isPdf(bytes) });

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Whether a file is a sample of the sandbox. */
export const isSample = async (bytes: Buffer, name: string): Promise<boolean> =>
	hashOf(bytes) === hashOf(await readFile(samplePath(name)));

import type { IDataObject } from 'n8n-workflow';

import type { ImageFile } from './imageFile';
import type { Part } from './textWithFiles';
import { textWithFiles } from './textWithFiles';

/**
 * A JSON object with files as base64, as the bytes to send. Neither a file nor its text is in
 * memory in addition to them.
 *
 * @param files by the names of their properties
 */
export async function jsonBody(
	values: IDataObject,
	files: Record<string, ImageFile>,
): Promise<Buffer> {
	const start = JSON.stringify(values).slice(0, -1);
	const properties = Object.entries(files).flatMap(([name, file], index): Part[] => [
		`${index > 0 || start.length > 1 ? ',' : ''}${JSON.stringify(name)}:"`,
		file,
		'"',
	]);
	return await textWithFiles([start, ...properties, '}']);
}

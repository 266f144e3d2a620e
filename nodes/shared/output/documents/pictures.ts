import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { fileKind, isOneOf, type FileKind } from '../../input/fileKind';
import type { ImageFile } from '../../input/imageFile';
import { inMemory } from '../../input/imageFile';
import { joinChunks } from '../../input/joinChunks';
import { mediaType } from '../../input/mediaType';
import type { Cells } from './cells';

/** The kinds of files that are pictures. */
const PICTURES: FileKind[] = ['PNG', 'JPEG', 'BMP', 'GIF', 'TIFF', 'WebP'];

/** Enough base64 to detect the kind of a file. */
const BEGINNING = 64;

/** Whether a text is a picture as base64, perhaps with a data URI prefix and line breaks. */
export function isPicture(text: string): boolean {
	const start = text
		.slice(0, 1024)
		.replace(/^data:[^,]*,/, '')
		.replace(/\s/g, '');
	return isOneOf(PICTURES, fileKind(Buffer.from(start.slice(0, BEGINNING), 'base64')));
}

/** Pictures by the names of their binary fields; the second one of a name is `name_2`. */
export function namedPictures(pictures: Cells['pictures']): Record<string, string> {
	const files: Record<string, string> = {};
	for (const [name, picture] of pictures) {
		let own = name;
		for (let count = 2; own in files; count++) own = `${name}_${count}`;
		files[own] = picture;
	}
	return files;
}

/**
 * Puts pictures, or other files that a provider made, into an item's binary data.
 *
 * @param files base64, with or without line breaks, by the name of the binary field; any other value
 * counts as no file
 */
export async function attachFiles(
	context: IExecuteSingleFunctions,
	item: INodeExecutionData,
	files: Record<string, unknown>,
): Promise<void> {
	for (const [name, base64] of Object.entries(files)) {
		const file = fileOfBase64(base64);
		if (!file) continue;
		const { extension, mimeType } = mediaType(file.kind);
		const bytes = await joinChunks(file.chunks());
		const data = await context.helpers.prepareBinaryData(bytes, `${name}.${extension}`, mimeType);
		item.binary = { ...item.binary, [name]: data };
	}
}

/**
 * The file of a text.
 *
 * @param text base64, with or without line breaks; undefined is returned for any other value
 */
export function fileOfBase64(text: unknown): ImageFile | undefined {
	const base64 = typeof text === 'string' ? text.replace(/^data:[^,]*,/, '') : '';
	const file = inMemory(Buffer.from(base64, 'base64'));
	return file.kind ? file : undefined;
}

import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ImageFile } from '../../shared/input/imageFile';
import { inMemory } from '../../shared/input/imageFile';
import { joinChunks } from '../../shared/input/joinChunks';
import { mediaType } from '../../shared/input/mediaType';

/**
 * Puts aligned images (`get_thumb`) into an item's binary data.
 *
 * @param images base64, with or without line breaks, by the name of the binary field; any other
 * value counts as no image
 */
export async function attachImages(
	context: IExecuteSingleFunctions,
	item: INodeExecutionData,
	images: Record<string, unknown>,
): Promise<void> {
	for (const [name, image] of Object.entries(images)) {
		const file = alignedFile(image);
		if (!file) continue;
		const { extension, mimeType } = mediaType(file.kind);
		const bytes = await joinChunks(file.chunks());
		const data = await context.helpers.prepareBinaryData(bytes, `${name}.${extension}`, mimeType);
		item.binary = { ...item.binary, [name]: data };
	}
}

/**
 * The file of an aligned image.
 *
 * @param image base64, with or without line breaks; undefined is returned for any other value
 */
export function alignedFile(image: unknown): ImageFile | undefined {
	const base64 = typeof image === 'string' ? image.replace(/^data:[^,]*,/, '') : '';
	const file = inMemory(Buffer.from(base64, 'base64'));
	return file.kind ? file : undefined;
}

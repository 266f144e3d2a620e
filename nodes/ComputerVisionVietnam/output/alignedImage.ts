import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { fileKind } from '../../shared/input/fileKind';
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
		const base64 = typeof image === 'string' ? image.replace(/^data:[^,]*,/, '') : '';
		const bytes = Buffer.from(base64, 'base64');
		const kind = fileKind(bytes);
		if (!kind) continue;
		const { extension, mimeType } = mediaType(kind);
		const data = await context.helpers.prepareBinaryData(bytes, `${name}.${extension}`, mimeType);
		item.binary = { ...item.binary, [name]: data };
	}
}

import type { Operation } from '../../shared/description/operation';
import type { ImageName } from '../../shared/input/parameters';
import { readValueOptions } from '../../shared/output/documents/valueOptions';
import { account, imageRequests } from '../request';
import { checkDocument } from '../response';

/**
 * The parts that all operations on documents with fields share.
 *
 * @param images by the provider's parameter name: `img`, or `img1` and `img2`
 * @param options.readsPdfs whether the operation reads PDFs as well as pictures
 * @param options.verdict whether the provider reports if a document is valid
 */
export const readDocument = (
	images: Record<string, ImageName>,
	{ verdict = false, readsPdfs = false } = {},
): Pick<Operation, 'account' | 'requests' | 'checkResponse' | 'items'> => {
	const send = imageRequests(images, { readsPdfs });
	return {
		account,
		async requests(options, ended) {
			readValueOptions(this);
			return await send.call(this, options, ended);
		},

		checkResponse: checkDocument,

		async items([{ body }]) {
			// n8n loads every node when it starts; what knows documents is loaded with the first response.
			const { documentItems } = await import('../output/documents/documentItems');
			return await documentItems(this, body, verdict);
		},
	};
};

import { sha256 } from '../../input/sha256';
import { hashOf } from '../hashOf';
import type { HttpRequest, RequestContent } from '../ocrOperation';

/**
 * Identifies the answer to a request: a hash of who asks, of what is asked, and of the bytes of the
 * files. An image that the provider downloads is known by its URL only.
 *
 * @param signature of the account, as `RunAccount` has it
 * @param settings of the item, as n8n made them of its parameters
 */
export async function answerKey(
	signature: string,
	{ method, url, headers, qs, body }: HttpRequest,
	{ parameters, images }: RequestContent,
): Promise<string> {
	const sources = Object.values(images).map(async (image) =>
		'url' in image ? image.url : await sha256(image),
	);
	const asked = [signature, method, url, headers, qs, body, parameters];
	return hashOf([asked, await Promise.all(sources)]);
}

import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../../shared/requestEngine/failure';
import { countPages } from './countPages';

/**
 * How many pages the PDF at an address has. The file is downloaded for that alone: the provider
 * downloads it itself.
 */
export async function countRemotePages(
	context: IExecuteSingleFunctions,
	url: string,
): Promise<number | undefined> {
	const file = await context.helpers
		.httpRequest({ url, encoding: 'arraybuffer' })
		.catch(() => undefined);
	if (!file) {
		throw new Failure(
			'item',
			'n8n could not download the PDF to count its pages: name them in PDF Pages, for example 1-3, or send the file itself',
		);
	}
	return await countPages(file);
}

import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { PagesRead } from './marked';
import { readablePages } from './readablePages';
import type { TextOptions } from './textOptions';
import type { TextPage } from './textPage';

/**
 * Adds the picture with the outlines of its lines to the first item of a document, as the binary
 * `marked`, if the option is on. Lines have the numbers of the output `lines`.
 *
 * @param pages as `textItems` gets them
 */
export async function addMarkedImage(
	context: IExecuteSingleFunctions,
	[first]: INodeExecutionData[],
	pages: TextPage[],
	options: TextOptions,
	read: PagesRead = {},
): Promise<void> {
	if (!options.markedImage) return;
	// n8n loads every node when it starts; what draws is loaded with the first drawing.
	const { markedImage } = await import('./marked');
	const marked = await markedImage(context, readablePages(pages, options).inOrder(), read);
	first.binary = { ...first.binary, marked };
}

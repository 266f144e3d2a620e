import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Output } from './fields';
import type { PagesRead } from './marked';
import type { AboutItems } from './textItems';
import type { TextOptions } from './textOptions';
import type { TextPage } from './textPage';

/** What is known of a document beside its pages. */
interface About extends PagesRead, AboutItems {}

/**
 * The items of a document with text; at least one. With the option Marked Image, the first one has
 * the picture with the outlines of its lines, as the binary `marked`.
 */
export async function textDocument(
	context: IExecuteSingleFunctions,
	pages: TextPage[],
	output: Exclude<Output, 'raw'>,
	options: TextOptions,
	about: About = {},
): Promise<INodeExecutionData[]> {
	// n8n loads every node when it starts; what knows text is loaded with the first response.
	const { textItems } = await import('./textItems');
	const items = textItems(pages, output, options, about);
	if (options.markedImage) {
		const { markedImage } = await import('./marked');
		const { readablePages } = await import('./readablePages');
		const marked = await markedImage(context, readablePages(pages, options).inOrder(), about);
		items[0].binary = { marked };
	}
	return items;
}

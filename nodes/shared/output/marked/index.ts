import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

import { isOneOf, type FileKind } from '../../input/fileKind';
import type { ImageFile } from '../../input/imageFile';
import { imageSize, SIZE_WITHIN } from '../../input/imageSize';
import { joinChunks } from '../../input/joinChunks';
import { readImage, type Image } from '../../input/readImage';
import { textWithFiles } from '../../input/textWithFiles';
import type { TextPage } from '../textPage';
import type { Picture } from './sheet';
import { markedSvg } from './svg';

/** What browsers show. */
const SHOWN: FileKind[] = ['AVIF', 'BMP', 'GIF', 'JPEG', 'PNG', 'WebP'];

/** What a provider tells of the pages of a document. */
export interface PagesRead {
	/** The picture of a page that its boxes refer to, if the provider sends one. */
	pictureOf?: (page: number) => ImageFile | undefined;
	/** Whether the document is known to be a PDF, even if its URL does not tell. */
	isPdf?: boolean;
}

/**
 * The marked image of the current item, as binary data: an SVG that shows the pages with a numbered
 * outline of each line.
 *
 * @param pages in reading order
 */
export async function markedImage(
	context: IExecuteSingleFunctions,
	pages: TextPage[],
	{ pictureOf: sentPicture, isPdf = false }: PagesRead,
): Promise<IBinaryData> {
	// The text is billed, and no reason to lose it for a file that was removed meanwhile.
	const image = await readImage(context, { provider: '' }).catch(() => undefined);
	const isPicture = image && pages.length === 1 && !isPdf && isShown(image);
	const own = isPicture ? await pictureOf(image) : undefined;
	const marked = pages.map(async (page) => {
		const sent = sentPicture?.(page.page);
		return { ...page, picture: sent ? await pictureOf(sent) : own };
	});
	const svg = await textWithFiles(markedSvg(await Promise.all(marked)));
	return await context.helpers.prepareBinaryData(svg, nameOf(image), 'image/svg+xml');
}

const isShown = (image: Image): boolean =>
	'url' in image ? !/\.pdf$/i.test(new URL(image.url).pathname) : isOneOf(SHOWN, image.kind);

async function pictureOf(image: Image): Promise<Picture> {
	if ('url' in image) return { image: { url: linkTo(image.url) } };
	return { image, size: imageSize(await joinChunks(image.chunks(), SIZE_WITHIN)) };
}

/** Browsers load no picture with a name and a password, which would only be passed on. */
function linkTo(address: string): string {
	const url = new URL(address);
	url.username = '';
	url.password = '';
	return url.href;
}

const nameOf = (image?: Image): string => {
	const name = image && 'name' in image ? image.name : undefined;
	return name ? `${name.replace(/\.[^.]*$/, '')}.marked.svg` : 'marked.svg';
};

import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../requestEngine/failure';
import { decodeBase64 } from './base64';
import { fileKind } from './fileKind';

/** What a provider takes. */
export interface ImageLimits {
	/** The provider's name, for messages. */
	provider: string;
	kinds: ReadonlyArray<ReturnType<typeof fileKind>>;
	/** The largest file in bytes. */
	maxBytes: number;
}

/** An image to send: its address, or its bytes. */
export type Image = { url: string } | { bytes: Buffer; kind: ReturnType<typeof fileKind> };

/**
 * The image of the current item, from the fields of `imageFields`.
 *
 * @throws Failure when there is none, or it is not one that the provider takes
 */
export async function readImage(
	context: IExecuteSingleFunctions,
	limits: ImageLimits,
): Promise<Image> {
	switch (context.getNodeParameter('inputType')) {
		case 'url':
			return { url: checkUrl(context.getNodeParameter('imageUrl') as string) };
		case 'base64':
			return checkFile(decodeBase64(context.getNodeParameter('imageBase64') as string), limits);
		default:
			return checkFile(await readFile(context, limits), limits);
	}
}

async function readFile(context: IExecuteSingleFunctions, limits: ImageLimits): Promise<Buffer> {
	const field = context.getNodeParameter('binaryPropertyName') as string;
	// Files can be larger than the memory: look at the size before the bytes.
	const { bytes = 0 } = context.helpers.assertBinaryData(field);
	checkSize(bytes, limits);
	return await context.helpers.getBinaryDataBuffer(field);
}

function checkFile(bytes: Buffer, limits: ImageLimits): Image {
	if (bytes.length === 0) {
		throw new Failure('item', 'The file is empty: check the node that it comes from');
	}
	checkSize(bytes.length, limits);
	const kind = fileKind(bytes);
	if (!limits.kinds.includes(kind)) {
		const wanted = `${limits.kinds.slice(0, -1).join(', ')} or ${limits.kinds.at(-1)}`;
		throw new Failure(
			'item',
			`The file is ${kind ? `of the kind ${kind}` : 'of an unknown kind'}, but ${limits.provider} reads ${wanted}: convert it first`,
		);
	}
	return { bytes, kind };
}

function checkSize(bytes: number, { provider, maxBytes }: ImageLimits): void {
	if (bytes > maxBytes) {
		throw new Failure(
			'item',
			`The file has ${megabytes(bytes)}, but ${provider} takes at most ${megabytes(maxBytes)}: make it smaller first, or split it`,
		);
	}
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;

function checkUrl(value: string): string {
	const url = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		throw new Failure(
			'item',
			`The image URL must be an address that begins with http:// or https://, but it is ${url ? `"${url}"` : 'empty'}`,
		);
	}
	return url;
}

import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../requestEngine/failure';
import { decodeBase64 } from './base64';
import { fileKind, KIND_WITHIN } from './fileKind';
import type { ImageName } from './parameters';
import { imageParameters } from './parameters';

/** What a provider takes, as far as it is documented. */
export interface ImageLimits {
	/** The provider's name, for messages. */
	provider: string;
	kinds?: ReadonlyArray<ReturnType<typeof fileKind>>;
	/** The largest file in bytes. */
	maxBytes?: number;
}

type Helpers = IExecuteSingleFunctions['helpers'];

/** A file to send, and what it is by its first bytes. */
export interface ImageFile {
	kind: ReturnType<typeof fileKind>;
	/** Its length in bytes. */
	size: number;
	/** The whole of it; n8n keeps it on a disk or elsewhere, and it may be asked for again. */
	bytes: () => Promise<Buffer>;
	/** It piece by piece; undefined where it is in memory as it is. */
	stream?: () => ReturnType<Helpers['getBinaryStream']>;
}

/** An image to send: its address, or its file. */
export type Image = { url: string } | ImageFile;

const SUBJECTS: Record<ImageName, string> = {
	image: 'The image',
	front: 'The front image',
	back: 'The back image',
};

/** What an image is checked for, and what messages call it. */
interface Check extends ImageLimits {
	subject: string;
}

/**
 * An image of the current item, from the fields of `imageFields` or `twoSidesFields`.
 *
 * @throws Failure when there is none, or it is not one that the provider takes
 */
export async function readImage(
	context: IExecuteSingleFunctions,
	limits: ImageLimits,
	image: ImageName = 'image',
): Promise<Image> {
	const check = { ...limits, subject: SUBJECTS[image] };
	const inputType = context.getNodeParameter(
		'inputType',
	) as keyof (typeof imageParameters)['image'];
	const value = context.getNodeParameter(imageParameters[image][inputType]) as string;
	if (inputType === 'url') return { url: checkUrl(value, check) };
	const file =
		inputType === 'base64'
			? inMemory(decodeBase64(value, check.subject))
			: await fileOf(context, value, check);
	checkFile(file, check);
	return file;
}

/** A file of the current item. Files can be larger than the memory: only their beginning is read. */
async function fileOf(
	context: IExecuteSingleFunctions,
	field: string,
	check: Check,
): Promise<ImageFile> {
	const { helpers } = context;
	const { id, bytes: knownSize } = helpers.assertBinaryData(field);
	if (!id) return inMemory(await helpers.getBinaryDataBuffer(field));

	const size = knownSize ?? (await helpers.getBinaryMetadata(id)).fileSize;
	checkSize(size, check);
	return {
		kind: fileKind(await beginning(await helpers.getBinaryStream(id, KIND_WITHIN))),
		size,
		bytes: async () => await helpers.getBinaryDataBuffer(field),
		stream: async () => await helpers.getBinaryStream(id),
	};
}

const inMemory = (bytes: Buffer): ImageFile => ({
	kind: fileKind(bytes),
	size: bytes.length,
	bytes: async () => bytes,
});

async function beginning(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	for await (const chunk of stream) return chunk;
	return Buffer.alloc(0);
}

function checkFile({ kind, size }: ImageFile, check: Check): void {
	const { subject, provider, kinds } = check;
	if (size === 0) {
		throw new Failure('item', `${subject} is an empty file: check the node that it comes from`);
	}
	checkSize(size, check);
	if (kinds && !kinds.includes(kind)) {
		const wanted = `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
		throw new Failure(
			'item',
			`${subject} is a file of ${kind ? `the kind ${kind}` : 'an unknown kind'}, but ${provider} reads ${wanted}: convert it first`,
		);
	}
}

function checkSize(bytes: number, { subject, provider, maxBytes = Infinity }: Check): void {
	if (bytes > maxBytes) {
		throw new Failure(
			'item',
			`${subject} has ${megabytes(bytes)}, but ${provider} takes at most ${megabytes(maxBytes)}: make it smaller first, or split it`,
		);
	}
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;

function checkUrl(value: string, { subject }: Check): string {
	const url = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		throw new Failure(
			'item',
			`${subject} URL must be an address that begins with http:// or https://, but it is ${url ? `"${url}"` : 'empty'}`,
		);
	}
	return url;
}

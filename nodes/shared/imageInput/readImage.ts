import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../requestEngine/failure';
import { decodeBase64 } from './base64';
import { fileKind } from './fileKind';
import type { ImageFile } from './imageFile';
import type { ImageName } from './parameters';
import { imageParameters } from './parameters';
import { storedFile } from './storedFile';

/** What a provider takes, as far as it is documented. */
export interface ImageLimits {
	/** The provider's name, for messages. */
	provider: string;
	kinds?: ReadonlyArray<ReturnType<typeof fileKind>>;
	/** The largest file in bytes. */
	maxBytes?: number;
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
	const parameter = imageParameters[image][inputType];
	if (!parameter) {
		throw new Failure(
			'item',
			`Input Type must be binary, url or base64, but it is "${String(inputType)}"`,
		);
	}
	const value = context.getNodeParameter(parameter) as string;
	if (inputType === 'url') return { url: checkUrl(value, check) };
	const file =
		inputType === 'base64'
			? inMemory(decodeBase64(value, check.subject))
			: await fileOf(context, value, check);
	checkFile(file, check);
	return file;
}

/** A file of the current item. Its size is looked at before any of it is read. */
async function fileOf(
	context: IExecuteSingleFunctions,
	field: string,
	check: Check,
): Promise<ImageFile> {
	const { helpers } = context;
	const { id, data, bytes } = (helpers.assertBinaryData(field) ?? {}) as Partial<IBinaryData>;
	if (typeof id !== 'string' && typeof data !== 'string') {
		throw new Failure(
			'item',
			`${check.subject}'s field "${field}" holds no file: check the node that it comes from`,
		);
	}
	if (!id) return inMemory(await helpers.getBinaryDataBuffer(field));
	const size = bytes ?? (await helpers.getBinaryMetadata(id)).fileSize;
	checkSize(size, check);
	return await storedFile(context, id, size);
}

const inMemory = (bytes: Buffer): ImageFile => ({
	kind: fileKind(bytes),
	size: bytes.length,
	chunks: () => [bytes],
});

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

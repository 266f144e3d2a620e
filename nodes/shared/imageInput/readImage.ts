import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../requestEngine/failure';
import { decodeBase64 } from './base64';
import { fileKind } from './fileKind';
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

/** A file to send, and what it is by its first bytes. */
export interface ImageFile {
	bytes: Buffer;
	kind: ReturnType<typeof fileKind>;
}

/** An image to send: its address, or its bytes. */
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
	if (inputType === 'base64') return checkFile(decodeBase64(value, check.subject), check);
	return checkFile(await readFile(context, value, check), check);
}

async function readFile(
	context: IExecuteSingleFunctions,
	field: string,
	check: Check,
): Promise<Buffer> {
	// Files can be larger than the memory: look at the size before the bytes.
	const { bytes = 0 } = context.helpers.assertBinaryData(field);
	checkSize(bytes, check);
	return await context.helpers.getBinaryDataBuffer(field);
}

function checkFile(bytes: Buffer, check: Check): ImageFile {
	const { subject, provider, kinds } = check;
	if (bytes.length === 0) {
		throw new Failure('item', `${subject} is an empty file: check the node that it comes from`);
	}
	checkSize(bytes.length, check);
	const kind = fileKind(bytes);
	if (kinds && !kinds.includes(kind)) {
		const wanted = `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
		throw new Failure(
			'item',
			`${subject} is a file of ${kind ? `the kind ${kind}` : 'an unknown kind'}, but ${provider} reads ${wanted}: convert it first`,
		);
	}
	return { bytes, kind };
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

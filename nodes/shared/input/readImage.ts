import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import { joinWithOr } from '../parameters/joinWithOr';
import { readChoice } from '../parameters/readChoice';
import { shortened } from '../parameters/shortened';
import { decodeBase64 } from './base64';
import { fileField, fileIn, noFile } from './fileField';
import { isOneOf, type FileKind } from './fileKind';
import { inMemory, type ImageFile } from './imageFile';
import type { ImageName } from './parameters';
import { imageParameters } from './parameters';
import type { SizeLimit } from './sizeLimit';
import { checkBase64Size, checkSize } from './sizeLimit';
import { storedFile } from './storedFile';

/** What a provider accepts, as far as it is documented. */
interface ImageLimits extends Omit<SizeLimit, 'subject'> {
	kinds?: readonly FileKind[];
	/** The largest PDF in bytes, where its pages are sent one by one. */
	maxPdfBytes?: number;
	/** The kinds in words, if they are not listed one by one. */
	kindsInWords?: string;
	/** What to do with a file of another kind; converting it by default. */
	remedies?: Partial<Record<FileKind, string>>;
}

/** An image to send: its address, or its file. */
export type Image = { url: string } | ImageFile;

const SUBJECTS: Record<ImageName, string> = {
	image: 'The image',
	front: 'The front image',
	back: 'The back image',
	second: 'The back image',
};

/** The limits that an image is checked against, and its name in messages. */
type Check = ImageLimits & SizeLimit & { image?: ImageName };

/** Checks the size of a PDF, or of a file that may be one. */
function checkPdfSize(bytes: number, check: Check): void {
	if (bytes > (check.maxPdfBytes ?? 0)) checkSize(bytes, check);
}

/**
 * An image of the current item, from the fields of `imageFields` or `twoSidesFields`.
 *
 * @throws Failure when there is none, or the provider does not accept it
 */
export async function readImage(
	context: IExecuteSingleFunctions,
	limits: ImageLimits,
	image: ImageName = 'image',
): Promise<Image> {
	const check = { ...limits, image, subject: SUBJECTS[image] };
	const inputType = readChoice(context, 'inputType', 'Input Type', ['binary', 'url', 'base64']);
	const value = context.getNodeParameter(imageParameters[image][inputType]) as string;
	if (inputType === 'url') return { url: checkUrl(value, check) };
	const file =
		inputType === 'base64'
			? fileOfText(value, check)
			: await fileOfField(context, image === 'image' ? fileField(context, value) : value, check);
	checkFile(file, check);
	return file;
}

/** Base64 of `%PDF-`, perhaps after a data URI prefix. */
const PDF_TEXT = /^\s*(?:data:[^,]{0,100},)?\s*JVBERi/;

/** Checks the length of base64 text before it is decoded. */
function checkTextSize(text: string, check: Check): void {
	const isPdf = PDF_TEXT.test(text.slice(0, 200));
	if (!isPdf || text.length > (check.maxPdfBytes ?? 0)) checkBase64Size(text, check);
}

function fileOfText(value: unknown, check: Check): ImageFile {
	const text = String(value ?? '');
	checkTextSize(text, check);
	const file = inMemory(decodeBase64(text, check.subject));
	if (file.kind || file.size === 0) return file;
	throw new Failure(
		'rejected',
		`${check.subject} base64 is not that of an image or PDF. Map the base64 text of a whole file to the field.`,
	);
}

/** A file of the current item. Its size is checked before it is read, except for its first bytes. */
async function fileOfField(
	context: IExecuteSingleFunctions,
	field: unknown,
	check: Check,
): Promise<ImageFile> {
	const { helpers } = context;
	const { id, data, fileName: name } = fileIn(context, field, check.image);
	if (typeof id === 'string' && id !== '') {
		// The size that the item states may be out of date.
		const { fileSize } = await helpers.getBinaryMetadata(id);
		checkPdfSize(fileSize, check);
		return { ...(await storedFile(context, id, fileSize)), name };
	}
	if (typeof data !== 'string') throw noFile(context, field, check.image);
	checkTextSize(data, check);
	return { ...inMemory(await helpers.getBinaryDataBuffer(field as string)), name };
}

function checkFile({ kind, size }: ImageFile, check: Check): void {
	const { subject, kinds } = check;
	if (size === 0) {
		throw new Failure('rejected', `${subject} is an empty file. Check the node that produces it.`);
	}
	if (kind === 'PDF') checkPdfSize(size, check);
	else checkSize(size, check);
	if (kinds && !isOneOf(kinds, kind)) throw wrongKind(kind, { ...check, kinds });
}

/** The failure of a file of a kind that the provider does not accept. */
export function wrongKind(
	kind: FileKind | undefined,
	{
		subject,
		provider,
		kinds,
		kindsInWords = joinWithOr(kinds),
		remedies = {},
	}: Check & Required<Pick<Check, 'kinds'>>,
): Failure {
	const type = kind ? `the file type ${kind}` : 'an unknown file type';
	const remedy = (kind && remedies[kind]) ?? 'Convert it first.';
	return new Failure(
		'rejected',
		`${subject} has ${type}, but ${provider} accepts only ${kindsInWords}. ${remedy}`,
	);
}

function checkUrl(value: string, { subject }: Check): string {
	const url = String(value ?? '').trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		throw new Failure(
			'rejected',
			`${subject} URL is ${url ? `"${shortened(url)}"` : 'empty'}, but must be an address that begins with http:// or https://. Correct the URL.`,
		);
	}
	return url;
}

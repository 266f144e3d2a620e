import type { FastifyRequest } from 'fastify';
import { tryDownload } from '../../ocr/download';
import { fail, NhnError } from './errors';

/** Largest image, bytes. */
export const largestImage = 20 * 1024 * 1024;
/** Longest time for a download, ms. */
const downloadTime = 20_000;

/**
 * The image that a request brings as the form field `image`, or points at with `imageUrl`.
 *
 * @returns the file's bytes
 * @throws NhnError 415, 4000001, 4000004, 40005xx, 4041007, 4131000
 */
export async function imageFile(request: FastifyRequest): Promise<Buffer> {
	if (request.isMultipart()) return (await imageForm(request)).image;
	const file = await fromUrl(request);
	if (file.length === 0) fail('4000004');
	return file;
}

/** The parts of a form with the field `image`. */
export interface ImageForm {
	image: Buffer;
	/** The parts that are no files, by their names. */
	texts: Record<string, string>;
}

/**
 * A form with an image: what Document OCR and Document AI accept.
 *
 * @throws NhnError 415, 4000001, 4000004, 4131000
 */
export async function imageForm(request: FastifyRequest): Promise<ImageForm> {
	if (!request.isMultipart()) fail('415');
	let image: Buffer | undefined;
	const texts: Record<string, string> = {};
	try {
		// All parts are read: a client that is still sending would not see an early answer.
		for await (const part of request.parts()) {
			if (part.type === 'field') texts[part.fieldname] = String(part.value);
			else {
				const file = await part.toBuffer();
				if (part.fieldname === 'image') image = file;
			}
		}
	} catch (error) {
		// Otherwise the form is cut off.
		return fail((error as { statusCode?: number }).statusCode === 413 ? '4131000' : '4000001');
	}
	if (!image) return fail('4000001');
	if (image.length > largestImage) fail('4131000');
	if (image.length === 0) fail('4000004');
	return { image, texts };
}

async function fromUrl(request: FastifyRequest): Promise<Buffer> {
	if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) fail('415');
	const body = String(request.body);
	if (body.length > largestImage) fail('4131000');
	const url = imageUrl(body);
	if (!isOpen(url, request.socket.localPort)) fail('4000001');
	const { file, failure } = await tryDownload(url.href, {
		time: downloadTime,
		largest: largestImage,
	});
	return file ?? fail(failures[failure]);
}

const failures = {
	late: '4000503',
	missing: '4041007',
	tooLarge: '4000502',
	other: '4000504',
} as const;

/** @throws NhnError 4000001 if the body has no image URL */
function imageUrl(body: string): URL {
	try {
		const { imageUrl } = JSON.parse(body) as { imageUrl?: unknown };
		const url = new URL(String(imageUrl));
		if (['http:', 'https:'].includes(url.protocol)) return url;
	} catch {
		// No JSON object, or no URL; the parsers' own messages quote it.
	}
	throw new NhnError('4000001');
}

/**
 * Whether NHN Cloud downloads from the URL's port.
 *
 * @param ownPort the sandbox's: it serves its sample images on whatever port it was given, and they
 *   stand for images somewhere on the web
 */
function isOpen({ port }: URL, ownPort: number | undefined): boolean {
	// A scheme's own port comes as ''.
	if (['', '80', '443', String(ownPort)].includes(port)) return true;
	return Number(port) >= 10_000 && Number(port) <= 12_000;
}

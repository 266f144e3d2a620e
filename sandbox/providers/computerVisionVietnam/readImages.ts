import type { FastifyRequest } from 'fastify';
import { decodeBase64 } from '../../ocr/base64';
import { download } from '../../ocr/download';
import { fail } from './errors';

/** Images by the provider's name of them, as far as the request has them. */
type Images = Record<string, Buffer | undefined>;

interface Form {
	method: 'GET' | 'POST';
	/** What the content type of the body begins with; '' for a request without a body. */
	contentType: string;
	read(request: FastifyRequest, names: string[]): Promise<Images>;
}

/** The three forms of a request, by its `format_type`. */
const forms = new Map<unknown, Form>([
	['url', { method: 'GET', contentType: '', read: fromUrls }],
	['file', { method: 'POST', contentType: 'multipart/form-data', read: fromFiles }],
	['base64', { method: 'POST', contentType: 'application/json', read: fromBase64 }],
]);

/**
 * The images that a request brings or points at.
 *
 * @param names the provider's names of them: `img`, or `img1` and `img2`
 * @returns the files' bytes, in the order of the names
 * @throws VisionError 6 if format_type is none or belongs to another form of request, 2 for a URL
 *   that brings nothing, 3 for an image that is missing, empty or not base64
 */
export async function readImages(request: FastifyRequest, names: string[]): Promise<Buffer[]> {
	const { format_type } = request.query as Record<string, unknown>;
	const form = forms.get(format_type);
	const contentType = request.headers['content-type']?.toLowerCase() ?? '';
	if (!form || request.method !== form.method || !contentType.startsWith(form.contentType)) {
		return fail('6');
	}
	const images = await form.read(request, names);
	return names.map((name) => (images[name]?.length ? images[name] : fail('3')));
}

async function fromUrls({ query }: FastifyRequest, names: string[]): Promise<Images> {
	const urls = query as Record<string, unknown>;
	const downloads = names.map(async (name) => {
		const file = await download(String(urls[name] ?? ''));
		return [name, file ?? fail('2')];
	});
	return Object.fromEntries(await Promise.all(downloads));
}

async function fromFiles(request: FastifyRequest): Promise<Images> {
	const images: Images = {};
	try {
		for await (const part of request.files()) images[part.fieldname] = await part.toBuffer();
	} catch {
		// A form that is cut off or larger than what the sandbox takes.
		fail('3');
	}
	return images;
}

async function fromBase64({ body }: FastifyRequest, names: string[]): Promise<Images> {
	let texts: Record<string, unknown> | null;
	try {
		texts = JSON.parse(String(body));
	} catch {
		return fail('3');
	}
	return Object.fromEntries(names.map((name) => [name, decodeBase64(String(texts?.[name] ?? ''))]));
}

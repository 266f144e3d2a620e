import { Failure } from '../engine/errors/failure';

/** What an input's size is measured by. */
export interface SizeLimit {
	/** What is measured, such as "The image", for messages. */
	subject: string;
	/** The provider's name, for messages. */
	provider: string;
	/** The largest file in bytes, where the provider documents one. */
	maxBytes?: number;
}

/**
 * The largest file for a provider that documents no limit: more than double of what the others
 * accept, and so little that twenty at a time as base64 (1.3 GB) leave n8n alive.
 */
const MAX_BYTES = 50 * 1024 * 1024;

/** Line breaks and a data URI prefix are less of a base64 text than this. */
const BESIDE_BASE64 = 0.1;

/** @throws Failure when a file of so many bytes is too large */
export function checkSize(bytes: number, { subject, provider, maxBytes }: SizeLimit): void {
	const most = maxBytes ?? MAX_BYTES;
	if (bytes <= most) return;
	const taker = maxBytes === undefined ? 'this node sends' : `${provider} accepts`;
	// Where both would read alike, as 20.00 MB, the bytes tell them apart.
	const sizeOf = megabytes(bytes) === megabytes(most) ? inBytes : megabytes;
	throw new Failure(
		'rejected',
		`${subject} is ${sizeOf(bytes)}, but ${taker} at most ${sizeOf(most)}. Resize or split it first.`,
	);
}

/**
 * Looks at the length of base64 text, so that one that is far too large is not decoded to find out.
 *
 * @throws Failure when its file would be too large in any case
 */
export function checkBase64Size(text: string, limit: SizeLimit): void {
	const bytes = Math.floor(text.length / 4) * 3;
	if (bytes * (1 - BESIDE_BASE64) > (limit.maxBytes ?? MAX_BYTES)) checkSize(bytes, limit);
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;

const inBytes = (bytes: number) => `${bytes.toLocaleString('en-US')} bytes`;

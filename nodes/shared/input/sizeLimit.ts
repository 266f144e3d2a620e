import { Failure } from '../engine/errors/failure';

/** The size limit of an input. */
export interface SizeLimit {
	/** What is measured, such as "The image", for messages. */
	subject: string;
	/** The provider's name, for messages. */
	provider: string;
	/** The largest file in bytes, if the provider documents a limit. */
	maxBytes?: number;
}

/**
 * The largest file for a provider that documents no limit: more than twice what the others accept,
 * and little enough that n8n survives twenty at a time as base64 (1.3 GB).
 */
const MAX_BYTES = 50 * 1024 * 1024;

/** Line breaks and a data URI prefix are a smaller part of a base64 text than this. */
const BESIDE_BASE64 = 0.1;

/** @throws Failure when a file of so many bytes is too large */
export function checkSize(bytes: number, { subject, provider, maxBytes }: SizeLimit): void {
	const most = maxBytes ?? MAX_BYTES;
	if (bytes <= most) return;
	const taker = maxBytes === undefined ? 'this node sends' : `${provider} accepts`;
	// If both would read the same, such as 20.00 MB, show them in bytes.
	const sizeOf = megabytes(bytes) === megabytes(most) ? inBytes : megabytes;
	throw new Failure(
		'rejected',
		`${subject} is ${sizeOf(bytes)}, but ${taker} at most ${sizeOf(most)}. Resize or split it first.`,
	);
}

/**
 * Checks the length of base64 text, so that a text that is far too large is never decoded.
 *
 * @throws Failure when its file would be too large in any case
 */
export function checkBase64Size(text: string, limit: SizeLimit): void {
	const bytes = Math.floor(text.length / 4) * 3;
	if (bytes * (1 - BESIDE_BASE64) > (limit.maxBytes ?? MAX_BYTES)) checkSize(bytes, limit);
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;

const inBytes = (bytes: number) => `${bytes.toLocaleString('en-US')} bytes`;

import {
	createCipheriv,
	createDecipheriv,
	createPublicKey,
	constants,
	publicEncrypt,
	randomBytes,
	type KeyObject,
} from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { Failure } from '../../shared/engine/errors/failure';
import type { ImageFile } from '../../shared/input/imageFile';

/** AES-256/CBC/PKCS7Padding, as Node.js names it. */
const CIPHER = 'aes-256-cbc';
const KEY_BYTES = 32;
const BLOCK = 16;

/** How many bytes are encrypted in one go: this takes less than a millisecond. */
const SLICE = 512 * 1024;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** A public key that NHN Cloud issued, and the version that it has there. */
export interface PublicKey {
	key: KeyObject;
	version: string;
}

/**
 * The electronic envelope of one request (API v2.0 and v2.1): a random key, which encrypts what is sent
 * and decrypts what comes back. It lives only as long as its request.
 *
 * - The key has 32 bytes, and travels as the header Symmetric-Key: encrypted with NHN Cloud's public
 *   key (RSA/ECB/PKCS1Padding).
 * - Files and values are encrypted with it (AES-256/CBC/PKCS7Padding). The initialization vector is its
 *   first 16 bytes.
 *
 * Source: NHN Cloud, "Document OCR API v2.0" and "v2.1". The guide shows sent values as base64, and
 * says so of the public key. **Inferred**, because the guide does not state it: base64 of the header
 * Symmetric-Key and of the values that come back, bytes without an encoding for files, and text as
 * UTF-8.
 */
export class Envelope {
	/** Not seen by anything that prints objects. */
	readonly #key = randomBytes(KEY_BYTES);

	/** The headers that let NHN Cloud open the envelope. */
	headers({ key, version }: PublicKey): Record<string, string> {
		const sealed = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, this.#key);
		return { 'X-Key-Version': version, 'Symmetric-Key': sealed.toString('base64') };
	}

	/** A text in base64 that only NHN Cloud can read. */
	seal(text: string): string {
		const cipher = this.cipher();
		return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
	}

	/** A file that only NHN Cloud can read. It keeps the name of its kind, and is encrypted as it is read. */
	sealFile(file: ImageFile): ImageFile {
		const cipher = () => this.cipher();
		return {
			...file,
			// The padding has at least one byte.
			size: (Math.floor(file.size / BLOCK) + 1) * BLOCK,
			async *chunks() {
				const own = cipher();
				for await (const chunk of file.chunks()) {
					for (let start = 0; start < chunk.length; start += SLICE) {
						if (start > 0) await sleep(0);
						yield own.update(chunk.subarray(start, start + SLICE));
					}
				}
				yield own.final();
			},
		};
	}

	/**
	 * A text that NHN Cloud has encrypted.
	 *
	 * @throws Failure when it is not encrypted with the key of this envelope, or not complete
	 */
	open(sealed: string): string {
		if (!BASE64.test(sealed) || sealed.length % 4 !== 0) throw notOpened();
		try {
			const decipher = createDecipheriv(CIPHER, this.#key, this.#key.subarray(0, BLOCK));
			const bytes = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
			const text = bytes.toString('utf8');
			// One wrong key in 256 leaves a padding that looks right, but no text.
			if (Buffer.from(text).equals(bytes)) return text;
		} catch {
			// What OpenSSL says of the padding helps nobody.
		}
		throw notOpened();
	}

	private cipher() {
		return createCipheriv(CIPHER, this.#key, this.#key.subarray(0, BLOCK));
	}
}

const notOpened = () =>
	new Failure(
		'rejected',
		'n8n could not decrypt the response of NHN Cloud, which may have been charged. Run this item again, and report it to the makers of this node if it fails once more.',
		{ response: {} },
	);

/**
 * A public key as NHN Cloud issues it: base64. **Inferred** is what it encodes: DER of an X.509
 * SubjectPublicKeyInfo, as Java has it, or PEM, or DER of PKCS #1.
 *
 * @returns undefined if it is no public RSA key
 */
export function readPublicKey(base64: string): KeyObject | undefined {
	const der = Buffer.from(base64, 'base64');
	const forms = [
		() => createPublicKey({ key: der, format: 'der', type: 'spki' }),
		() => createPublicKey(der.includes('-----BEGIN') ? der : Buffer.from(base64)),
		() => createPublicKey({ key: der, format: 'der', type: 'pkcs1' }),
	];
	for (const form of forms) {
		try {
			const key = form();
			if (key.asymmetricKeyType === 'rsa') return key;
		} catch {
			// It has another form.
		}
	}
	return undefined;
}

import {
	constants,
	createCipheriv,
	createDecipheriv,
	generateKeyPairSync,
	privateDecrypt,
} from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { fail } from '../errors';

/** What a request in an envelope was encrypted with, and what its answer is. */
export class Envelope {
	constructor(private readonly key: Buffer) {}

	/** @throws NhnError 4000303 */
	open(sealed: Buffer): Buffer {
		try {
			const decipher = createDecipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16));
			return Buffer.concat([decipher.update(sealed), decipher.final()]);
		} catch {
			return fail('4000303');
		}
	}

	/** @throws NhnError 4000303 */
	openText(sealed: unknown): string {
		return String(this.open(Buffer.from(String(sealed), 'base64')));
	}

	sealText(text: string): string {
		const cipher = createCipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16));
		return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
	}
}

/** The services that have a public key. */
const services = ['credit-card', 'id-card'] as const;

export type Service = (typeof services)[number];

/**
 * The pairs of keys of the services, whose public halves are issued with a version.
 *
 * What NHN Cloud does not document, the sandbox does as Java would: the public key is DER of an X.509
 * SubjectPublicKeyInfo, and the header Symmetric-Key is base64.
 */
export class Envelopes {
	private readonly pairs = new Map<Service, ReturnType<typeof newPair>>();
	private version = 0;

	/** The public key of a service, as its API issues it. */
	issue(service: string): { key: string; version: string } | undefined {
		const known = services.find((each) => each === service);
		if (!known) return undefined;
		const { base64, version } = this.pairOf(known);
		return { key: base64, version };
	}

	/**
	 * The envelope of a request.
	 *
	 * @throws NhnError 4000005, 4000301, 4000302
	 */
	of(headers: IncomingHttpHeaders, service: Service): Envelope {
		const { 'x-key-version': version, 'symmetric-key': sealed } = headers;
		if (!version || !sealed) return fail('4000005');
		const pair = this.pairOf(service);
		if (version !== pair.version) fail('4000301');
		const key = keyIn(Buffer.from(String(sealed), 'base64'), pair.privateKey);
		return key?.length === 32 ? new Envelope(key) : fail('4000302');
	}

	/** Makes the key that a request used one of the past, as after the error 4000301. */
	retire({ 'x-key-version': version }: IncomingHttpHeaders): void {
		for (const [service, pair] of this.pairs) {
			if (pair.version === version) this.pairs.delete(service);
		}
	}

	private pairOf(service: Service) {
		const known = this.pairs.get(service) ?? newPair(String(++this.version));
		this.pairs.set(service, known);
		return known;
	}
}

function newPair(version: string) {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const base64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
	return { privateKey, base64, version };
}

/** What is in a block with PKCS #1 padding (RFC 8017, 7.2.2); undefined if it has another one. */
function keyIn(sealed: Buffer, key: ReturnType<typeof newPair>['privateKey']): Buffer | undefined {
	try {
		// Some versions of Node.js refuse to take this padding off themselves.
		const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, sealed);
		const end = block.indexOf(0, 2);
		return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
	} catch {
		return undefined;
	}
}

/*
 * NHN Cloud's side of the envelope, as its guide describes it. Nothing of the nodes is used here:
 * WebCrypto does AES, and PKCS #1 padding is taken off by hand (RFC 8017, 7.2.2).
 */
import { constants, generateKeyPairSync, privateDecrypt, webcrypto } from 'node:crypto';

import nock from 'nock';
import type { IDataObject } from 'n8n-workflow';

import type { SentRequest } from '../../support/wire';

const { subtle } = webcrypto;

/** A pair of keys, with the public one as the guide says: "Public key (Base64 encoded)". */
export function issuedKey() {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const der = publicKey.export({ type: 'spki', format: 'der' });
	return { publicKey, privateKey, base64: der.toString('base64') };
}

export const issued = issuedKey();

/** The 32 bytes in the header Symmetric-Key of a request. */
export function symmetricKeyOf({ headers }: SentRequest, { privateKey } = issued): Buffer {
	const sealed = Buffer.from(headers['symmetric-key'], 'base64');
	const padded = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, sealed);
	const end = padded.indexOf(0, 2);
	if (padded.readUInt16BE(0) !== 2 || end < 10) throw new Error('no PKCS #1 padding');
	return padded.subarray(end + 1);
}

const aes = async (key: Buffer) =>
	await subtle.importKey('raw', new Uint8Array(key), 'AES-CBC', false, ['encrypt', 'decrypt']);

const algorithm = (key: Buffer) => ({ name: 'AES-CBC', iv: new Uint8Array(key.subarray(0, 16)) });

export async function decrypted(bytes: Buffer, key: Buffer): Promise<Buffer> {
	return Buffer.from(await subtle.decrypt(algorithm(key), await aes(key), new Uint8Array(bytes)));
}

export async function encrypted(text: string, key: Buffer): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	return Buffer.from(await subtle.encrypt(algorithm(key), await aes(key), bytes)).toString(
		'base64',
	);
}

/** Where the guide marks values of an answer as encrypted. */
const SEALED = ['value', 'totalCardNum'];

/** An answer as the provider sends it to a request in an envelope; to others, as it is. */
export async function sealedFor<Answer>(
	request: SentRequest,
	answer: Answer,
	privateSide = issued,
): Promise<Answer> {
	if (!request.headers['symmetric-key']) return answer;
	const key = symmetricKeyOf(request, privateSide);
	const seal = async (value: unknown, name = ''): Promise<unknown> => {
		if (typeof value === 'string') {
			return SEALED.includes(name) ? await encrypted(value, key) : value;
		}
		if (Array.isArray(value)) return await Promise.all(value.map((part) => seal(part, name)));
		if (typeof value !== 'object' || value === null) return value;
		const parts = Object.entries(value).map(async ([own, part]) => [own, await seal(part, own)]);
		return Object.fromEntries((await Promise.all(parts)) as Array<[string, unknown]>);
	};
	return (await seal(answer)) as Answer;
}

/** What the guide documents for `GET …/public-keys/{serviceName}`. */
export const publicKeyAnswer = (version = '0', key = issued.base64): IDataObject => ({
	header: { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' },
	result: { key, version },
});

/** Issues public keys to who asks for them, before anything else of the host answers. */
export function issueKeys(host: string, answer: () => object = publicKeyAnswer) {
	const asked: Array<{ path: string; headers: Record<string, string> }> = [];
	nock(host)
		.persist()
		.get(/\/public-keys\//)
		.reply(function (path) {
			asked.push({ path, headers: this.req.headers });
			return [200, answer()];
		});
	return asked;
}

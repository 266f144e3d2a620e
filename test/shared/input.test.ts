import { Readable } from 'node:stream';

import type { ImageFile } from '../../nodes/shared/input/imageFile';
import { joinChunks } from '../../nodes/shared/input/joinChunks';
import { jsonBody } from '../../nodes/shared/input/jsonBody';
import { multipartForm } from '../../nodes/shared/input/multipartForm';
import { formFiles } from '../support/wire';

/** Bytes of every value, in pieces whose lengths do not divide by three. */
const CONTENTS = Buffer.from(Array.from({ length: 200_003 }, (_, index) => (index * 31) % 256));

const stored = (bytes: Buffer): ImageFile => ({
	kind: 'JPEG',
	size: bytes.length,
	async *chunks() {
		for (let from = 0; from < bytes.length; from += 65_537) {
			yield bytes.subarray(from, from + 65_537);
		}
	},
	toStream: (chunks) => Readable.from(chunks),
});

const inMemory = (bytes: Buffer): ImageFile => ({
	kind: 'PNG',
	size: bytes.length,
	chunks: () => [bytes],
});

const collected = async (body: AsyncIterable<Buffer> | Buffer): Promise<Buffer> =>
	Buffer.isBuffer(body) ? body : await joinChunks(body);

describe('a form', () => {
	test.each<[string, Record<string, ImageFile>]>([
		['a file in memory', { img: inMemory(CONTENTS) }],
		['a stored file', { img: stored(CONTENTS) }],
		['two stored files', { img1: stored(CONTENTS), img2: stored(CONTENTS.subarray(7)) }],
		['stored and in memory', { img1: stored(CONTENTS), img2: inMemory(CONTENTS.subarray(7)) }],
		['in memory and stored', { img1: inMemory(CONTENTS), img2: stored(CONTENTS.subarray(7)) }],
	])('of %s can be sent twice, with the length that it says', async (_, files) => {
		const { headers, body } = multipartForm(files);
		const [first, second] = [await collected(await body()), await collected(await body())];
		expect(first.equals(second)).toBe(true);
		expect(headers['Content-Length']).toBe(first.length);
		const sent = await formFiles({
			body: first,
			headers: { 'content-type': String(headers['Content-Type']) },
		} as never);
		expect(sent.map(({ name }) => name)).toEqual(Object.keys(files));
		for (const [index, { bytes }] of sent.entries()) {
			expect(bytes.equals(await joinChunks(Object.values(files)[index].chunks()))).toBe(true);
		}
	});
});

describe('JSON with files', () => {
	test.each([0, 1, 2, 3, 49_151, 49_152, 49_153, 200_003])('%d bytes', async (length) => {
		const bytes = CONTENTS.subarray(0, length);
		for (const file of [stored(bytes), inMemory(bytes)]) {
			const body = await jsonBody({ a: 'ü"', b: true }, { x: file, 'ö"': file });
			const base64 = bytes.toString('base64');
			expect(JSON.parse(body.toString())).toEqual({ a: 'ü"', b: true, x: base64, 'ö"': base64 });
		}
	});

	test('without other values, and without files', async () => {
		const file = inMemory(CONTENTS);
		expect(JSON.parse(String(await jsonBody({}, { x: file })))).toEqual({
			x: CONTENTS.toString('base64'),
		});
		expect(String(await jsonBody({}, {}))).toBe('{}');
		expect(String(await jsonBody({ a: 1 }, {}))).toBe('{"a":1}');
	});
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Paragraph } from 'tesseract.js';

import { rememberingReader } from '../../sandbox/ocr/rememberingReader';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'remembered-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

/** A reader that says how many times it was asked. */
function counting() {
	let count = 0;
	const read = jest.fn(async () => [{ text: `reading ${++count}` } as Paragraph]);
	return { read, close: jest.fn(async () => {}) };
}

const IMAGE = Buffer.from('an image');

test('the same picture is read once, by any reader of the same languages', async () => {
	const inner = counting();
	const one = rememberingReader(inner, ['vie', 'eng'], folder);
	expect(await one.read(IMAGE)).toEqual([{ text: 'reading 1' }]);
	expect(await one.read(IMAGE, false)).toEqual([{ text: 'reading 1' }]);
	const other = rememberingReader(inner, ['vie', 'eng'], folder);
	expect(await other.read(Buffer.from(IMAGE))).toEqual([{ text: 'reading 1' }]);
	expect(inner.read).toHaveBeenCalledTimes(1);
	await one.close();
	expect(inner.close).toHaveBeenCalledTimes(1);
});

test('another picture, other languages, or one line are read anew', async () => {
	const inner = counting();
	const reader = rememberingReader(inner, ['vie', 'eng'], folder);
	await reader.read(IMAGE);
	expect(await reader.read(Buffer.from('an imagf'))).toEqual([{ text: 'reading 2' }]);
	expect(await reader.read(IMAGE, true)).toEqual([{ text: 'reading 3' }]);
	const english = rememberingReader(inner, ['eng'], folder);
	expect(await english.read(IMAGE)).toEqual([{ text: 'reading 4' }]);
	// The one of another reader that is asked at the same time is as good.
	const both = await Promise.all([
		english.read(Buffer.from('new')),
		english.read(Buffer.from('new')),
	]);
	expect(both.flat().map(({ text }) => text)).toEqual(['reading 5', 'reading 6']);
	expect(await english.read(Buffer.from('new'))).toHaveLength(1);
});

test('what fails is not remembered', async () => {
	const inner = counting();
	inner.read.mockRejectedValueOnce(new Error('no image'));
	const reader = rememberingReader(inner, ['eng'], folder);
	await expect(reader.read(IMAGE)).rejects.toThrow('no image');
	expect(await reader.read(IMAGE)).toEqual([{ text: 'reading 1' }]);
});

import { hasFirstPage, selectPages } from '../../nodes/shared/pdf/selectPages';
import { cpuTime } from '../support/cpuTime';

const select = async (selection: string, pageCount?: number) =>
	await selectPages(selection, async () => pageCount ?? null);

test.each([
	['all', 3, [1, 2, 3]],
	['', 2, [1, 2]],
	[' ALL ', 2, [1, 2]],
	['4-', 6, [4, 5, 6]],
	['5-,1', 6, [5, 6, 1]],
	['2-', 2, [2]],
])('"%s" of %s pages', async (selection, pageCount, expected) => {
	expect(await select(selection, pageCount)).toEqual(expected);
});

test.each([
	['2', [2]],
	['1-3,5', [1, 2, 3, 5]],
	[' 1 - 2 , 4 ', [1, 2, 4]],
	['3,1-3', [3, 1, 2]],
	['10000', [10_000]],
])('"%s" needs no page count', async (selection, expected) => {
	const countPages = jest.fn();
	expect(await selectPages(selection, countPages)).toEqual(expected);
	expect(countPages).not.toHaveBeenCalled();
});

test.each([
	['0', /^PDF Pages is "0", but the first page is page 1\. Start at 1\.$/],
	['0-2', /but the first page is page 1/],
	['3-1', /"3-1", which goes backwards\. Enter 1-3\./],
	['first', /"first", which is not a selection of pages\. Enter for example all, 2, 1-3,5 or 4-\./],
	['1;2', /not a selection of pages/],
	['1 2', /not a selection of pages/],
	['1-2-3', /not a selection of pages/],
	['-3', /not a selection of pages/],
	['-', /not a selection of pages/],
	['1,,2', /not a selection of pages/],
	['1-all', /not a selection of pages/],
	['1-999999999', /"1-999999999", but an item can have at most 10,000 pages/],
	['9'.repeat(400), /at most 10,000 pages/],
])('"%s" is refused', async (selection, message) => {
	await expect(select(selection)).rejects.toThrow(message);
});

test.each([
	['9-', 4, 'PDF Pages is "9-", but the last page of the PDF is 4. Select pages up to 4.'],
	['all', 2_000_000_000, /"all", but an item can have at most 10,000 pages/],
	['all', undefined, /cannot be counted, .* Enter the pages in PDF Pages, for example 1-3\./],
	['2-', undefined, /cannot be counted/],
])('"%s" of %s pages is refused', async (selection, pageCount, message) => {
	await expect(select(selection, pageCount)).rejects.toThrow(message);
});

test('a selection of a megabyte is read at once', async () => {
	const before = cpuTime();
	for (const selection of [
		'1' + ' '.repeat(1_000_000) + 'x',
		'1-' + ' '.repeat(1_000_000) + 'x',
		'1-10000,'.repeat(125_000),
	]) {
		await expect(select(selection)).rejects.toThrow('PDF Pages');
	}
	expect(cpuTime() - before).toBeLessThan(2_000);
});

test.each([
	['all', true],
	['', true],
	['1', true],
	['3,1-3', true],
	['1-', true],
	['2', false],
	['2-', false],
])('whether "%s" has the first page: %s', (selection, expected) => {
	expect(hasFirstPage(selection)).toBe(expected);
});

test('what is no selection has no first page either', () => {
	expect(() => hasFirstPage('abc')).toThrow('"abc", which is not a selection of pages');
});

import { needsPageCount, selectPages } from '../../nodes/TencentCloudOcr/pdf/selectPages';

test.each([
	['all', 3, [1, 2, 3]],
	['', 2, [1, 2]],
	['2', 3, [2]],
	['1-3,5', 6, [1, 2, 3, 5]],
	[' 1 - 2 , 4 ', 4, [1, 2, 4]],
	['4-', 6, [4, 5, 6]],
	['3,1-3', 3, [3, 1, 2]],
	['2-3', undefined, [2, 3]],
])('"%s" of %s pages', (selection, pageCount, expected) => {
	expect(selectPages(selection, pageCount)).toEqual(expected);
});

test.each([
	['1-5', 4, 'The PDF has no page 5: its pages run from 1 to 4, and PDF Pages is "1-5"'],
	['0', 4, /no page 0/],
	['9-', 4, /no page 9/],
	['3-1', 4, /goes backwards: write 1-3/],
	['first', 4, /not a selection of pages/],
	['1;2', 4, /not a selection of pages/],
	[
		'all',
		undefined,
		/cannot be read from the file, which may be encrypted: name them in PDF Pages/,
	],
	['2-', undefined, /cannot be read from the file/],
	['1-999999999', undefined, /reaches to page 999999999, but an item can have 10000 pages/],
	['all', 2_000_000_000, /reaches to page 2000000000/],
])('"%s" of %s pages is refused', (selection, pageCount, message) => {
	expect(() => selectPages(selection, pageCount)).toThrow(message);
});

test.each([
	['all', true],
	['', true],
	['2-', true],
	['1,3-', true],
	['1-3,5', false],
	['2', false],
])('whether "%s" needs the page count: %s', (selection, expected) => {
	expect(needsPageCount(selection)).toBe(expected);
});

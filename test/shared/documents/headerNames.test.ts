import * as fc from 'fast-check';

import { headerNames } from '../../../nodes/shared/output/documents/headerNames';

test.each<[string, unknown[], number, string[]]>([
	['as printed', ['Tên', 'Đơn giá'], 2, ['Tên', 'Đơn giá']],
	['in one line', [' Đơn\n giá '], 1, ['Đơn giá']],
	['an empty cell', ['Tên', '', null, ' '], 4, ['Tên', 'column2', 'column3', 'column4']],
	['the same twice', ['Giá', 'Giá', 'Giá'], 3, ['Giá', 'Giá_2', 'Giá_3']],
	['a name that a second one would get', ['a', 'a_2', 'a'], 3, ['a', 'a_2', 'a_3']],
	['a second one before it', ['a', 'a', 'a_2'], 3, ['a', 'a_2', 'a_2_2']],
	['the name of an empty cell', ['column2', ''], 2, ['column2', 'column2_2']],
	['a row that is wider', ['Tên'], 3, ['Tên', 'column2', 'column3']],
	['a header that is wider', ['Tên', 'Giá'], 1, ['Tên', 'Giá']],
	['numbers', [2023, 2024], 2, ['2023', '2024']],
	['nothing', [], 0, []],
])('%s', (_, cells, width, names) => expect(headerNames(cells, width)).toEqual(names));

test('every column has a name of its own', () => {
	const cell = fc.oneof(fc.constantFrom('a', 'a_2', 'column1', 'column2', '', null), fc.string());
	fc.assert(
		fc.property(fc.array(cell), fc.nat(10), (cells, width) => {
			const names = headerNames(cells, width);
			expect(names).toHaveLength(Math.max(cells.length, width));
			expect(new Set(names).size).toBe(names.length);
			expect(names.every((name) => name.trim() !== '')).toBe(true);
		}),
		{ seed: 17 },
	);
});

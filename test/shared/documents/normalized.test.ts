import { withNormalized } from '../../../nodes/shared/output/documents/normalized';

const FIELDS = { country: 'Vietnam', dates: 'date', amounts: 'total\n\t\tprice' } as const;

test('each date and each amount has its column directly behind it; the others stay as they are', () => {
	const columns = { no: '0001', date: '05/03/2022', total: '1.000 đ', note: '05/03/2022' };
	const row = withNormalized(columns, FIELDS);
	expect(Object.entries(row)).toEqual([
		...[
			['no', '0001'],
			['date', '05/03/2022'],
			['dateIso', '2022-03-05'],
		],
		...[
			['total', '1.000 đ'],
			['totalNumber', 1000],
			['note', '05/03/2022'],
		],
	]);
	expect(columns).toEqual({ no: '0001', date: '05/03/2022', total: '1.000 đ', note: '05/03/2022' });
});

test('the columns are there where nothing was read, and where nothing fits', () => {
	expect(withNormalized({ date: null, total: 'một nghìn' }, FIELDS)).toEqual({
		...{ date: null, dateIso: null, total: 'một nghìn', totalNumber: null },
	});
});

test('a column that the row does not have gets none', () => {
	expect(withNormalized({ note: 'x' }, FIELDS)).toEqual({ note: 'x' });
});

test('a field of the provider with such a name replaces nothing', () => {
	const columns = { date: '05/03/2022', dateIso: 'of the provider', total: '1', totalNumber: null };
	expect(withNormalized(columns, FIELDS)).toEqual({
		...{ date: '05/03/2022', normalized_dateIso: '2022-03-05', dateIso: 'of the provider' },
		...{ total: '1', normalized_totalNumber: 1, totalNumber: null },
	});
});

test('a type without dates and amounts keeps its columns', () => {
	expect(withNormalized({ date: '05/03/2022' }, { country: 'Korea' })).toEqual({
		date: '05/03/2022',
	});
});

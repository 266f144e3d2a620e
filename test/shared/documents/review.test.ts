import type { Reviewed } from '../../../nodes/shared/output/documents/review';
import { reviewColumns } from '../../../nodes/shared/output/documents/review';

const review = (reviewed: Partial<Reviewed>) =>
	reviewColumns({ below: 0.8, confidences: [['total', 0.9]], ...reviewed });

const OK = { needsReview: false, reviewReason: null };

describe('the lowest confidence', () => {
	test.each<[string, Reviewed['confidences'], string | null]>([
		['above', [['total', 0.9]], null],
		['equal', [['total', 0.8]], null],
		['below', [['total', 0.79]], 'total has a confidence of 0.79'],
		[
			'the lowest of several',
			[
				['date', 0.7],
				['total', 0.5],
				['no', 0.6],
			],
			'total has a confidence of 0.5',
		],
		['sent as text', [['total', '0.5']], 'total has a confidence of 0.5'],
		['in a list', [['account', [0.9, [0.3]]]], 'account has a confidence of 0.3'],
		[
			'nothing and more',
			[
				['a', null],
				['b', ''],
				['c', 0.9],
			],
			null,
		],
		['zero', [['a', 0]], 'a has a confidence of 0'],
		['in a map', new Map([['total', [0.5]]]), 'total has a confidence of 0.5'],
	])('%s', (_, confidences, reviewReason) => {
		expect(review({ confidences })).toEqual({ needsReview: reviewReason !== null, reviewReason });
	});
});

test.each<[string, Reviewed['confidences']]>([
	['no confidence', []],
	[
		'only empty ones',
		[
			['total', null],
			['date', []],
		],
	],
	['only words', [['total', 'high']]],
])('%s: nobody knows, so a person has to look at it', (_, confidences) => {
	const unknown = { needsReview: true, reviewReason: 'No confidence is known' };
	expect(review({ confidences })).toEqual(unknown);
	expect(review({ confidences, below: 0 })).toEqual(unknown);
});

test('warnings, as sentences', () => {
	expect(review({ warnings: ['A photocopy.', ' Contradiction '] })).toEqual({
		needsReview: true,
		reviewReason: 'A photocopy. Contradiction',
	});
	expect(review({ warnings: [null, undefined, '', ' ', {}, []] })).toEqual(OK);
});

test('sums that do not match, whether or not they are columns', () => {
	const columns = { sumsMatch: false, checks: 'all' };
	expect(review({ checks: { columns, failures: ['a is 1, but b is 2'] } })).toEqual({
		needsReview: true,
		reviewReason: 'a is 1, but b is 2',
	});
	const unchecked = { sumsMatch: null, checks: 'Not checked' };
	expect(review({ checks: { columns: unchecked, failures: [] } })).toEqual(OK);
});

test('all reasons, the confidence first', () => {
	const checks = { columns: { sumsMatch: false, checks: '' }, failures: ['Third'] };
	const confidences: Reviewed['confidences'] = [['total', 0.1]];
	expect(review({ confidences, warnings: ['Second'], checks }).reviewReason).toBe(
		'total has a confidence of 0.1. Second. Third',
	);
});

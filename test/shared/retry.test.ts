import { Failure } from '../../nodes/shared/engine/errors/failure';
import { retryAfter } from '../../nodes/shared/engine/retry/retryAfter';
import { retryDelay } from '../../nodes/shared/engine/retry/retryDelay';

const delays = (failure: Failure) => {
	const all = Array.from({ length: 20 }, (_, index) => retryDelay(failure, index + 1));
	return all.slice(0, all.indexOf(undefined));
};

test('the wait doubles to half a minute, and the tries end', () => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
	expect(delays(new Failure('throttled', ''))).toEqual([
		1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000,
	]);
	expect(delays(new Failure('transient', ''))).toEqual([1_000, 2_000, 4_000]);
	jest.spyOn(Math, 'random').mockReturnValue(1);
	expect(delays(new Failure('transient', ''))).toEqual([500, 1_000, 2_000]);
});

test('what may be billed is sent again three times if the user says so', () => {
	const failure = new Failure('unanswered', '');
	const attempts = [1, 2, 3, 4].map((attempt) => retryDelay(failure, attempt, true) !== undefined);
	expect(attempts).toEqual([true, true, true, false]);
});

test('the provider may ask for a longer wait', () => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
	expect(delays(new Failure('transient', '', { retryAfter: 3_000 }))).toEqual([
		3_000, 3_000, 4_000,
	]);
});

test.each(['rejected', 'fatal', 'noText', 'notSent', 'forbidden', 'unanswered'] as const)(
	'a failure of kind %s is final',
	(kind) => {
		expect(delays(new Failure(kind, ''))).toEqual([]);
	},
);

test.each([
	[{ 'retry-after': '120' }, 120_000],
	[{ 'retry-after': ' 120 ' }, 120_000],
	[{ 'retry-after': '1.5' }, 1_500],
	[{ 'retry-after': '32.5' }, 32_500],
	[{ 'retry-after': 'Fri, 20 Nov 2026 10:00:07 GMT' }, 7_000],
	[{ 'retry-after': 'Fri, 20 Nov 2026 09:00:00 GMT' }, 0],
	[{ 'retry-after': 'soon' }, undefined],
	[{}, undefined],
	[undefined, undefined],
])('Retry-After in %j is %s ms', (headers, expected) => {
	jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 20, 10));
	expect(retryAfter(headers)).toBe(expected);
});

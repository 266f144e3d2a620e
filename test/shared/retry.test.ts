import { Failure } from '../../nodes/shared/engine/errors/failure';
import { retryAfter } from '../../nodes/shared/engine/retry/retryAfter';
import { retryDelay } from '../../nodes/shared/engine/retry/retryDelay';
import { RETRY_POLICY } from '../../nodes/shared/engine/retry/retryPolicy';

/** The waits before each further try, which come to an end. */
const delays = (failure: Failure): number[] => {
	const all = Array.from({ length: 100 }, (_, index) => retryDelay(failure, index + 1));
	const end = all.indexOf(undefined);
	expect(end).toBeGreaterThanOrEqual(0);
	return all.slice(0, end) as number[];
};

test('each wait is twice the one before, of which chance takes off up to half', () => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
	const longest = delays(new Failure('transient', ''));
	expect(longest.length).toBeGreaterThan(1);
	for (const [index, wait] of longest.entries()) {
		if (index > 0) expect(wait).toBe(2 * longest[index - 1]);
	}
	jest.spyOn(Math, 'random').mockReturnValue(1);
	expect(delays(new Failure('transient', ''))).toEqual(longest.map((wait) => wait / 2));
});

test('requests that are throttled have more tries than those that fail otherwise', () => {
	const tries = (kind: 'throttled' | 'transient') => delays(new Failure(kind, '')).length;
	expect(tries('throttled')).toBeGreaterThan(tries('transient'));
});

test.each(Object.entries(RETRY_POLICY).filter(([, { mayBeBilled }]) => mayBeBilled))(
	'a failure of kind %s may be billed, so the request is not sent again',
	(kind) => {
		expect(delays(new Failure(kind as keyof typeof RETRY_POLICY, ''))).toEqual([]);
	},
);

test('what may be billed is sent again three times if the user says so', () => {
	const failure = new Failure('unanswered', '');
	const attempts = [1, 2, 3, 4].map((attempt) => retryDelay(failure, attempt, true) !== undefined);
	expect(attempts).toEqual([true, true, true, false]);
});

test('the provider may ask for a longer wait', () => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
	const waits = delays(new Failure('transient', ''));
	const asked = delays(new Failure('transient', '', { retryAfter: 3_000 }));
	expect(asked).toEqual(waits.map((wait) => Math.max(wait, 3_000)));
	expect(asked).toContain(3_000);
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

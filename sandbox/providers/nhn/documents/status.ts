import { koreanPapers } from '../../../samples/papers/korean';
import { fail } from '../errors';

/** The number on the specimen of a business registration. */
const [, [, , printed]] = koreanPapers.businessRegistration.fields;

/** Numbers that no business has, each with a documented status. */
const STATUSES: Record<string, { statusCode: string; statusMessage: string }> = {
	[printed.replaceAll('-', '')]: { statusCode: '02', statusMessage: '부가가치세 간이과세자' },
	'0000000000': { statusCode: '00', statusMessage: '' },
	'0000000005': { statusCode: '05', statusMessage: '휴업자' },
	'0000000006': { statusCode: '06', statusMessage: '폐업자' },
};

/**
 * `/business/status`: looks a number up.
 *
 * @param body JSON, `{"businessNumber": "1234567890"}`
 * @throws NhnError 4000001, 4000102
 */
export function status(body: string) {
	let number: unknown;
	try {
		({ businessNumber: number } = JSON.parse(body) as { businessNumber?: unknown });
	} catch {
		return fail('4000001');
	}
	if (typeof number !== 'string' || !/^\d{10}$/.test(number)) return fail('4000001');
	return Object.hasOwn(STATUSES, number) ? STATUSES[number] : fail('4000102');
}

import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import { fail } from '../errors';
import type { Envelope } from './envelopes';
import { cardValues } from './papers';

/** How long a Request-Key is good for, ms. */
const LIFETIME = 60 * 60_000;

/** A Request-Key that is always good, to try a verification alone. */
const SPECIMEN_KEY = 'SPECIMEN-REQUEST-KEY';

/** After so many wrong issue dates, a card is locked. */
const MOST_WRONG = 5;

const digits = (text = '') => text.replace(/\D/g, '');

/** `20200131` of `2020.1.31`. */
const dateOf = (text = '') =>
	text
		.split('.')
		.map((part) => part.padStart(2, '0'))
		.join('');

/** `/id-card/authenticity`, and the keys that `/id-card` gives out for it. */
export class Verification {
	/** When each was given out, Unix time in ms. */
	private readonly keys = new Map<string, number>();
	/** How many wrong issue dates each resident number had. */
	private readonly wrong = new Map<string, number>();

	/** A new Request-Key. */
	issue(): string {
		const key = `sandbox-request-key-${randomBytes(12).toString('hex')}`;
		this.keys.set(key, Date.now());
		return key;
	}

	/**
	 * Compares values with those of the specimens.
	 *
	 * @param body of the request; all but `idType` is encrypted
	 * @throws NhnError 4000001, 4000005, 4000122, 4000123, 4000303
	 */
	verify(body: string, headers: IncomingHttpHeaders, envelope: Envelope) {
		const { 'request-key': key } = headers;
		if (!key) return fail('4000005');
		const { idType, values } = valuesOf(body, envelope);
		const issued = this.keys.get(String(key)) ?? 0;
		if (key !== SPECIMEN_KEY && Date.now() - issued > LIFETIME) fail('4000122');
		const wrong = this.wrong.get(values.residentNumber) ?? 0;
		if (wrong >= MOST_WRONG) fail('4000123');

		const known = cardValues(idType);
		const expected =
			idType === 'resident'
				? { residentNumber: digits(known.residentNumber), issueDate: dateOf(known.issueDate) }
				: {
						residentNumber: digits(known.residentNumber).slice(0, 7),
						driverLicenseNumber: digits(known.driverLicenseNumber),
						...(values.serialNum && { serialNum: known.serialNum }),
					};
		const isWrong = ([name, value]: [string, string]) => values[name] !== value;
		const mismatches = Object.entries({ name: known.name, ...expected })
			.filter(isWrong)
			.map(([name]) => name);
		if (mismatches.includes('issueDate')) this.wrong.set(values.residentNumber, wrong + 1);
		this.keys.delete(String(key));
		return { isAuthenticity: mismatches.length === 0 };
	}
}

const FIELDS = {
	resident: { name: /./, residentNumber: /^\d{13}$/, issueDate: /^\d{8}$/ },
	driver: { name: /./, residentNumber: /^\d{7}$/, driverLicenseNumber: /^\d{12}$/ },
};

/** @throws NhnError 4000001, 4000303 */
function valuesOf(
	body: string,
	envelope: Envelope,
): { idType: keyof typeof FIELDS; values: Record<string, string> } {
	let sent: Record<string, unknown>;
	try {
		sent = JSON.parse(body) as Record<string, unknown>;
	} catch {
		return fail('4000001');
	}
	const { idType, ...sealed } = sent;
	if (idType !== 'resident' && idType !== 'driver') return fail('4000001');
	const values = Object.fromEntries(
		Object.entries(sealed).map(([name, value]) => [name, envelope.openText(value)]),
	);
	for (const [name, pattern] of Object.entries(FIELDS[idType])) {
		if (!pattern.test(values[name] ?? '')) fail('4000001');
	}
	if (values.serialNum && !/^.{5,6}$/.test(values.serialNum)) fail('4000001');
	return { idType: idType, values };
}

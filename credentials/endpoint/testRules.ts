import type { FailureKind } from '../../nodes/shared/requestEngine/failure';

interface Service {
	name: string;
	/** The key that every answer has, and the one of its error code. */
	keys: { answer: string; code: string };
	errors: Record<string, [FailureKind, string]>;
}

/**
 * The rules of a credential's test: one a code that speaks of the account or the service, as n8n
 * compares a value of the answer with `===`, and one for another service's answer. The codes that are
 * left out speak of the image, which the test does not send.
 */
export function testRules({ name, keys, errors }: Service) {
	const rule = (key: string, value: unknown, message: string) => ({
		type: 'responseSuccessBody' as const,
		properties: { key, value, message },
	});
	return [
		rule(keys.answer, undefined, `The endpoint is not one of ${name}: check its address`),
		...Object.entries(errors)
			.filter(([, [kind]]) => kind !== 'item' && kind !== 'noText')
			.flatMap(([code, [, message]]) =>
				bothForms(code).map((value) => rule(keys.code, value, message)),
			),
	];
}

/** Providers send a number as what it is or as text. */
const bothForms = (code: string) => (Number.isNaN(Number(code)) ? [code] : [code, Number(code)]);

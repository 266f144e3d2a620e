/**
 * A rule that fails a credential's test with a message when the answer has a value.
 *
 * @param key path in the answer's body
 * @param value n8n compares it with `===`; undefined for an answer without the key
 */
export const answerRule = (key: string, value: unknown, message: string) => ({
	type: 'responseSuccessBody' as const,
	properties: { key, value, message },
});

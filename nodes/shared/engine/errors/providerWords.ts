/** What a provider says about a failure; undefined if it says nothing. */
export const providerWords = (provider: string, words: string): string | undefined =>
	words.trim() === '' ? undefined : `${provider} says: ${words}`;

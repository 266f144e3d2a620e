/**
 * A PDF is not exactly as the standard says, or uses what is not read here. The message is the
 * reason, for people who look for it.
 */
export class Oddity extends Error {}

/**
 * What is read; what `otherwise` makes of the reason, where it cannot be read because of an oddity.
 * Other errors stay errors.
 */
export const unlessOdd = async <Result, Other>(
	reading: Promise<Result>,
	otherwise: (reason: string) => Other,
): Promise<Result | Other> =>
	await reading.catch((error: unknown) => {
		if (!(error instanceof Oddity)) throw error;
		return otherwise(error.message);
	});

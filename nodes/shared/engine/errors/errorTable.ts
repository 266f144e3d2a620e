import type { FailureKind } from './failure';

/** What an error code means for the run, and a message that says what happened and what to do. */
export type KnownError = [FailureKind, string];

/** A provider's error codes, and what each means. */
export type ErrorTable = Record<string, KnownError>;

/**
 * The entry of a code with parts, such as `A.B`, or of its first part; undefined if neither is
 * listed.
 */
export function findError(errors: ErrorTable, code: string): KnownError | undefined {
	const listed = [code, code.split('.')[0]].find((part) => Object.hasOwn(errors, part));
	return listed === undefined ? undefined : errors[listed];
}

import { existsSync } from 'node:fs';

/**
 * The path of a program that a server for the tests needs.
 *
 * @param paths where systems keep it
 * @param debian the Debian package that has it
 * @throws Error that says what to install
 */
export function systemProgram(paths: string[], debian: string): string {
	const path = paths.find((candidate) => existsSync(candidate));
	if (path) return path;
	throw new Error(`This test needs ${paths[0]}. On Debian: apt-get install ${debian}`);
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the system says about a user: `-u` and `-g` ask for numbers, `-gn` for the group's name. */
export async function systemUser(question: '-u' | '-g' | '-gn', user: string): Promise<string> {
	return (await promisify(execFile)('id', [question, user])).stdout.trim();
}

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { parse } from 'flatted';

import { ensureN8n } from '../../local-n8n/install';
import type { N8nInstance } from '../../local-n8n/instance';
import type { Places } from './findSecrets';

/** Runs in n8n's own Node.js, which can read SQLite. */
const READ_EXECUTIONS = `
	const { DatabaseSync } = require('node:sqlite');
	const database = new DatabaseSync(process.argv[1], { readOnly: true });
	const rows = database.prepare('SELECT executionId, workflowData, data FROM execution_data').all();
	process.stdout.write(JSON.stringify(rows));
`;

interface ExecutionRow {
	executionId: number;
	workflowData: string;
	/** In flatted's notation. */
	data: string;
}

/**
 * All that an n8n has stored: each execution as its database has it, decoded, by the name of its
 * workflow, and each file of its folder, the database and the logs included.
 */
export async function keptByN8n({ userFolder }: Pick<N8nInstance, 'userFolder'>): Promise<Places> {
	const executions = await executionsIn(join(userFolder, '.n8n', 'database.sqlite'));
	const records = executions.map(({ executionId, workflowData, data }) => {
		const { name } = JSON.parse(workflowData) as { name: string };
		return [`execution ${executionId} of ${name}`, textsOf(parse(data)).join('\n')];
	});
	const files = await filesIn(userFolder);
	const contents = files.map(async (path) => [
		relative(userFolder, path),
		await readFile(path, 'latin1'),
	]);
	return Object.fromEntries([...records, ...(await Promise.all(contents))]) as Places;
}

async function executionsIn(database: string): Promise<ExecutionRow[]> {
	const { node } = await ensureN8n(() => {});
	const { stdout } = await promisify(execFile)(node, ['-e', READ_EXECUTIONS, database], {
		maxBuffer: 2 ** 30,
	});
	return JSON.parse(stdout) as ExecutionRow[];
}

/** All files below a folder but those of packages. */
async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const found = entries.map(async (entry) => {
		const path = join(folder, entry.name);
		if (entry.name === 'node_modules') return [];
		if (entry.isDirectory()) return await filesIn(path);
		return entry.isFile() ? [path] : [];
	});
	return (await Promise.all(found)).flat();
}

/** All keys and texts of a value, which may contain itself. */
function textsOf(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value !== 'object' || value === null) return [String(value)];
	if (seen.has(value)) return [];
	seen.add(value);
	return Object.entries(value).flatMap(([key, entry]) => [key, ...textsOf(entry, seen)]);
}

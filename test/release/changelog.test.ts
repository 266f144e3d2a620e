import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HEAD = '# Changelog\n\nWhat changes.\n\n';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'release-'));
	write('package.json', { name: 'a', version: '1.1.0' });
	write('package-lock.json', { version: '1.1.0', packages: { '': { version: '1.1.0' } } });
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string | object) {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	writeFileSync(join(folder, file), text);
}

const script = (name: string, ...parameters: string[]) =>
	execFileSync(process.execPath, [resolve('release', name), ...parameters], {
		cwd: folder,
		encoding: 'utf8',
		stdio: 'pipe',
	});

test('what was unreleased becomes a version of today, and its notes', () => {
	const old = '## [1.0.0] - 2026-01-31\n\n### Added\n\n- All\n';
	write('CHANGELOG.md', `${HEAD}## [Unreleased]\n\n### Fixed\n\n- A fault of [1.0.0]\n\n${old}`);
	script('date.mjs');
	const today = new Date().toISOString().slice(0, 10);
	expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(
		`${HEAD}## [Unreleased]\n\n## [1.1.0] - ${today}\n\n### Fixed\n\n- A fault of [1.0.0]\n\n${old}`,
	);
	expect(script('notes.mjs', 'v1.1.0')).toBe('### Fixed\n\n- A fault of [1.0.0]\n');
	expect(() => script('date.mjs')).toThrow('CHANGELOG.md already has a section "## [1.1.0]"');
});

test('nothing unreleased is no version', () => {
	write('CHANGELOG.md', `${HEAD}## [Unreleased]\n\n## [1.0.0] - 2026-01-31\n\n- All\n`);
	expect(() => script('date.mjs')).toThrow('nothing under "## [Unreleased]"');
});

describe('there are no notes', () => {
	const part = '## [1.1.0] - 2026-02-28\n\n- A fault\n';

	test.each([
		['of another version', part, 'v1.1.1', 'The tag is v1.1.1, but package.json has version 1.1.0'],
		['of a version without v', part, '1.1.0', 'The tag is 1.1.0'],
		['of a version that is unreleased', '## [Unreleased]\n\n- A\n', 'v1.1.0', 'has no section'],
		['without a date', '## [1.1.0]\n\n- A fault\n', 'v1.1.0', 'has no date'],
		['without a word', '## [1.1.0] - 2026-02-28\n', 'v1.1.0', 'is empty'],
	])('%s', (_, changelog, tag, error) => {
		write('CHANGELOG.md', HEAD + changelog);
		expect(() => script('notes.mjs', tag)).toThrow(error);
	});

	test('when the lock file has another version', () => {
		write('CHANGELOG.md', HEAD + part);
		write('package-lock.json', { version: '1.0.0', packages: { '': { version: '1.0.0' } } });
		expect(() => script('notes.mjs', 'v1.1.0')).toThrow(
			'package-lock.json does not have version 1.1.0',
		);
	});
});

test('the changelog of this project can be released', () => {
	const changelog = readFileSync('CHANGELOG.md', 'utf8');
	write('CHANGELOG.md', changelog.replace(/^## \[Unreleased\]$/m, '$&\n\n- A new thing'));
	write('package.json', { version: '999.0.0' });
	write('package-lock.json', { version: '999.0.0', packages: { '': { version: '999.0.0' } } });
	script('date.mjs');
	expect(script('notes.mjs', 'v999.0.0')).toMatch(/^- A new thing$/m);
});

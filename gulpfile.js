const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

/** Compiles nodes and credentials; tsc's own messages are shown when it fails. */
async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	try {
		await promisify(execFile)(process.execPath, [tsc, '--project', 'tsconfig.build.json']);
	} catch (error) {
		throw new Error(error.stdout || error.message);
	}
}

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

/** Codex files and output schemas stand beside their nodes, in dist as in the sources. */
const codexAndSchemas = () => src('nodes/**/*.json').pipe(dest('dist/nodes'));

exports.clean = clean;
exports.build = series(clean, parallel(compile, icons, codexAndSchemas));
exports.default = exports.build;

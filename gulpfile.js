const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src, watch } = require('gulp');
const ts = require('typescript');

const CONFIG = 'tsconfig.build.json';

const clean = () => rm('dist', { recursive: true, force: true });

/** Compiles nodes and credentials; tsc's own messages are shown when it fails. */
async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	try {
		await promisify(execFile)(process.execPath, [tsc, '--project', CONFIG]);
	} catch (error) {
		throw new Error(error.stdout || error.message);
	}
}

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

/** Codex files and output schemas stand beside their nodes, in dist as in the sources. */
const codexAndSchemas = () => src('nodes/**/*.json').pipe(dest('dist/nodes'));

/** Tells the process that has started this one, if one listens, that dist is new. */
const tell = async () => process.send?.('built');

/** Compiles now and after every change; a file with an error is compiled all the same. */
function compileOnChange() {
	const host = ts.createWatchCompilerHost(CONFIG, { preserveWatchOutput: true }, ts.sys);
	const { afterProgramCreate } = host;
	host.afterProgramCreate = (program) => {
		afterProgramCreate(program);
		void tell();
	};
	ts.createWatchProgram(host);
}

/** Keeps dist up to date until it is stopped. What is deleted stays there until the next start. */
function update() {
	watch('icons/*.svg', series(icons, tell));
	watch('nodes/**/*.json', series(codexAndSchemas, tell));
	compileOnChange();
}

exports.clean = clean;
exports.build = series(clean, parallel(compile, icons, codexAndSchemas));
exports.watch = series(clean, parallel(icons, codexAndSchemas), update);
exports.default = exports.build;

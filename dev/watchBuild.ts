import { dirname, join } from 'node:path';

import { PROJECT } from '../local-n8n/project';
import { startScript, type Script } from '../local-n8n/script';

export interface WatchBuild extends Script {
	/** Resolves when the first build is complete. */
	firstBuild: Promise<void>;
}

/** Builds the package, and again whatever changes; prints what the compiler says. */
export function watchBuild(onBuilt: () => unknown): WatchBuild {
	const gulp = join(dirname(require.resolve('gulp')), 'bin', 'gulp.js');
	const script = startScript(process.execPath, [gulp, '--silent', 'watch'], { cwd: PROJECT });
	script.process.on('message', onBuilt);
	const firstBuild = new Promise<void>((resolve, reject) => {
		script.process.once('message', () => resolve());
		void script.ended.then(() => reject(new Error('The build ended unexpectedly')));
	});
	return { ...script, firstBuild };
}

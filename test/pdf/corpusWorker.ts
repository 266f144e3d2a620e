import { readFile } from 'node:fs/promises';

import { checkFile } from './checkFile';

process.on('message', ({ path, pages }: { path: string; pages: number }) => {
	void readFile(path)
		.then(async (file) => await checkFile(file, pages))
		.then((outcome) => process.send!(outcome));
});

import { readFile } from 'node:fs/promises';

import { checkFile } from './checkFile';

// If pdfium crashes, so does this process.
process.on('message', ({ path, pages }: { path: string; pages: number }) => {
	void readFile(path)
		.then(async (file) => await checkFile(file, pages))
		.then((outcome) => process.send!(outcome));
});

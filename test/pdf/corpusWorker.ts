import { readFile } from 'node:fs/promises';

import { checkFile } from './checkFile';
import { checkText } from './checkText';

// If pdfium crashes, so does this process.
process.on('message', ({ path, pages }: { path: string; pages: number }) => {
	void readFile(path)
		.then(async (file) => {
			const outcome = await checkFile(file, pages);
			const isRead = outcome.kind === 'same' || outcome.kind === 'fallback';
			return { ...outcome, text: isRead ? await checkText(file, pages) : undefined };
		})
		.then((outcome) => process.send!(outcome));
});

import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Container } from '@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';

/** n8n's own store of files on a disk, for the tests of a file. */
export function fileStore() {
	const folder = mkdtempSync(join(tmpdir(), 'files-'));
	const config = { mode: 'filesystem', localStoragePath: folder };
	const service = new BinaryDataService(config as never, {} as never, {} as never);

	beforeAll(async () => {
		Container.set(BinaryDataService, service);
		await service.init();
	});
	afterAll(() => {
		Container.reset();
		rmSync(folder, { recursive: true });
	});

	return {
		service,

		/** An input item with a stored file in the field `data`. */
		async item(bytes: Buffer, said: { bytes?: number } = {}): Promise<INodeExecutionData> {
			const location = { type: 'execution', workflowId: '1', executionId: '1' } as const;
			const data = { data: '', mimeType: 'image/png', fileName: 'a.png' };
			const stored = await service.store(location, bytes, data);
			return { json: {}, binary: { data: { ...stored, ...said } } };
		},

		/** How many of its files are open. */
		open: () =>
			readdirSync('/proc/self/fd').filter((handle) => {
				try {
					return readlinkSync(`/proc/self/fd/${handle}`).startsWith(folder);
				} catch {
					// The handle with which the folder is read.
					return false;
				}
			}).length,
	};
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INodeExecutionData } from 'n8n-workflow';

import type { NodeJson } from '../local-n8n/chain';
import { chain } from '../local-n8n/chain';
import type { N8n } from '../local-n8n/install';
import { ensureN8n } from '../local-n8n/install';
import type { N8nInstance } from '../local-n8n/instance';
import { startInstance } from '../local-n8n/instance';
import { packPackage } from '../local-n8n/pack';
import { PROJECT } from '../local-n8n/project';
import { runPatiently } from '../local-n8n/runPatiently';
import type { Stretches } from './process';
import { cpuTime, eventLoopDelay, eventLoopWatch, peakMemory, resetPeakMemory } from './process';

/** A file of 4 MB that sources may read, with the first bytes of a JPEG. */
export const FILE_NAME = 'file.jpg';
const FILE = Buffer.alloc(4 * 1024 * 1024, Buffer.from('0123456789abcdef'));
FILE.writeUInt32BE(0xffd8ffe0);

const NO_STRETCHES: Stretches = { longest: NaN, usual: NaN };

/** How a run of a workflow went. */
export interface Measured {
	/** Time of the nodes from OCR on, ms. */
	milliseconds: number;
	/** By how much the peak of n8n's resident memory is above what it was before, MB. */
	growth: number;
	/** CPU time of n8n, ms. */
	cpu: number;
	/** For how long n8n's event loop stood still; NaN unless that was asked for. */
	stretches: Stretches;
	/** Items that came out at the end. */
	items: INodeExecutionData[];
	/** What stopped it, if anything did. */
	error?: string;
}

/** Runs workflows in an n8n that is started for each of them. */
export class Bench {
	private constructor(
		private readonly n8n: N8n,
		private readonly folder: string,
		readonly tarball: string,
	) {}

	static async prepare(say: (line: string) => void): Promise<Bench> {
		const folder = await mkdtemp(join(tmpdir(), 'bench-'));
		const tarball = await packPackage(PROJECT, folder);
		return new Bench(await ensureN8n(say), folder, tarball);
	}

	/**
	 * Runs a source of items and the nodes behind it.
	 *
	 * @param nodes makes the nodes; those before the node OCR do not count
	 * @param watchEventLoop costs n8n a timer each millisecond, which other figures are spared
	 */
	async run(
		nodes: (instance: N8nInstance) => Promise<NodeJson[]> | NodeJson[],
		{ watchEventLoop = false } = {},
	): Promise<Measured> {
		const delayFile = join(this.folder, 'event-loop-delay');
		const instance = await startInstance(this.n8n, {
			tarball: this.tarball,
			env: {
				N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
				N8N_CUSTOM_EXTENSIONS: join(__dirname, 'naive'),
				...(watchEventLoop && eventLoopWatch(delayFile)),
			},
		});
		const stretches = async () =>
			watchEventLoop ? await eventLoopDelay(instance.pid, delayFile) : NO_STRETCHES;
		try {
			await writeFile(join(instance.filesFolder, FILE_NAME), FILE);
			const workflow = chain(...(await nodes(instance)));
			// What was before the run does not count.
			await stretches();
			const cpuBefore = cpuTime(instance.pid);
			resetPeakMemory(instance.pid);
			const memoryBefore = peakMemory(instance.pid);
			// Reading the items afterwards would block n8n as well.
			let atEnd = NO_STRETCHES;
			const { nodes: ran, error } = await runPatiently(instance, workflow, async () => {
				atEnd = await stretches();
			});
			const counted = Object.values(ran).slice(Object.keys(ran).indexOf('OCR'));
			return {
				milliseconds: counted.reduce((sum, node) => sum + node.milliseconds, 0),
				growth: peakMemory(instance.pid) - memoryBefore,
				cpu: cpuTime(instance.pid) - cpuBefore,
				stretches: atEnd,
				items: counted.at(-1)?.main[0] ?? [],
				error: error?.message,
			};
		} finally {
			await instance.stop();
		}
	}

	async close(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}
}

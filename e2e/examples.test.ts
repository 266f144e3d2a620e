import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ExampleChanges } from '../local-n8n/example';
import { example } from '../local-n8n/example';
import { PROJECT } from '../local-n8n/project';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import { setStage, STAGE_TIMEOUT } from './support/stage';
import type { Stage } from './support/stage';

let stage: Stage;
let saved: Awaited<ReturnType<typeof saveSandboxCredentials>>;

beforeAll(async () => {
	stage = await setStage();
	saved = await saveSandboxCredentials(stage.n8n, stage.sandbox);
}, STAGE_TIMEOUT);
afterAll(async () => await stage?.stop());

/** Changes a node so that it uses the sandbox's account. */
const withAccount = (type: keyof typeof saved) => ({ credentials: { [type]: saved[type] } });

const inFolder = (name: string) => join(stage.n8n.filesFolder, name);
const reading = (...path: string[]) => ({ parameters: { fileSelector: inFolder(join(...path)) } });

/** Runs an example; `spreadsheet` is the file that it is to save. */
async function run(file: string, changes: ExampleChanges, spreadsheet?: string) {
	const save = spreadsheet && {
		'Save Spreadsheet': { parameters: { fileName: inFolder(spreadsheet) } },
	};
	const workflow = await example(file, { ...changes, ...save });
	const { nodes, error } = await stage.n8n.workflows.run(workflow);
	expect(error).toBeUndefined();
	if (spreadsheet) {
		// A spreadsheet of this kind is a ZIP file.
		expect((await readFile(inFolder(spreadsheet))).subarray(0, 2).toString()).toBe('PK');
	}
	return nodes;
}

const EXAMPLES: Record<string, () => Promise<void>> = {
	'computer-vision-vietnam-check-card.json': async () => {
		const names = async (back: string) => {
			const nodes = await run('computer-vision-vietnam-check-card.json', {
				'Read Front': reading('chip_id_card_front.jpg'),
				'Read Back': reading(back),
				'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
			});
			const [valid, invalid] = nodes['Is Valid'].main;
			return [valid, invalid].map((items) => items?.map(({ json }) => json.name) ?? []);
		};
		expect(await names('chip_id_card_back.jpg')).toEqual([['NGUYỄN VĂN MẪU'], []]);
		expect(await names('chip_id_card_back_photocopy.jpg')).toEqual([[], ['NGUYỄN VĂN MẪU']]);
		expect(await names('chip_id_card_front.jpg')).toMatchObject([[], expect.any(Array)]);
	},

	'computer-vision-vietnam-letter-to-spreadsheet.json': async () => {
		const nodes = await run(
			'computer-vision-vietnam-letter-to-spreadsheet.json',
			{
				'Read Letter': reading('vietnamese_letter.png'),
				'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
			},
			'letter.xlsx',
		);
		const text = nodes['Computer Vision Vietnam'].main[0].map(({ json }) => json.text).join('\n');
		expect(text).toMatch(/Bức thư này được viết để kiểm tra/);
	},

	'computer-vision-vietnam-vehicle-registrations-to-spreadsheet.json': async () => {
		await mkdir(inFolder('registrations'));
		for (const side of ['front', 'back']) {
			const name = `vehicle_registration_${side}.jpg`;
			await copyFile(inFolder(name), inFolder(join('registrations', name)));
		}
		const nodes = await run(
			'computer-vision-vietnam-vehicle-registrations-to-spreadsheet.json',
			{
				'Read Photos': reading('registrations', '*.jpg'),
				'Computer Vision Vietnam': withAccount('computerVisionVietnamApi'),
			},
			'registrations.xlsx',
		);
		const plates = nodes['Computer Vision Vietnam'].main[0].map(({ json }) => json.plate);
		expect(plates).toEqual(['00A-000.03', '00A-000.03']);
	},

	'nhn-screenshots-to-spreadsheet.json': async () => {
		const nodes = await run(
			'nhn-screenshots-to-spreadsheet.json',
			{
				'Read Screenshots': reading('long_*.png'),
				'NHN Cloud OCR': withAccount('nhnCloudOcrApi'),
			},
			'screenshots.xlsx',
		);
		const [{ json }] = nodes['NHN Cloud OCR'].main[0];
		expect(json).toMatchObject({ text: expect.stringMatching(/SPECIMEN/), fileType: 'png' });
	},

	'tencent-receipt-to-spreadsheet.json': async () => {
		const nodes = await run(
			'tencent-receipt-to-spreadsheet.json',
			{
				'Read Receipt': reading('receipt.jpg'),
				'Tencent Cloud OCR': withAccount('tencentCloudApi'),
			},
			'receipt.xlsx',
		);
		const rows = nodes['Tencent Cloud OCR'].main[0].map(({ json }) => json);
		expect(rows.find(({ column1 }) => column1 === 'TOTAL USD')?.text).toBe('TOTAL USD 31.32');
	},
};

test('every example has its test', async () => {
	const files = await readdir(join(PROJECT, 'examples'));
	expect(Object.keys(EXAMPLES).sort()).toEqual(files.sort());
});

test.each(Object.entries(EXAMPLES))('%s', async (_, check) => {
	await check();
});

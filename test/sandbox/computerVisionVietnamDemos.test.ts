import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import nock from 'nock';

import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { startSandbox } from '../../sandbox/server';
import { expectDocumentedSide, sidesIn, textOf } from './visionAnswers';
import type { Answer } from './visionAnswers';

const DEMO = join(__dirname, 'demos', 'demo.py');

let sandbox: Sandbox;

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox?.close());

async function runDemo(endpoint: string, formatType: string, images: string[]): Promise<Answer> {
	const { baseUrl, credentials } = sandbox.providers.computerVisionVietnam;
	const sampleUrl = (name: string) => `${sandbox.url}/samples/${name}`;
	const { stdout } = await promisify(execFile)('python3', [
		'-B',
		DEMO,
		baseUrl,
		credentials.apiKey,
		credentials.apiSecret,
		endpoint,
		formatType,
		...images.map(formatType === 'url' ? sampleUrl : samplePath),
	]);
	return JSON.parse(stdout);
}

const forms = ['url', 'file', 'base64'];

// The package itself needs no Python: who has none sees these as skipped, but CI has it.
const hasPython = spawnSync('python3', ['--version']).status === 0;
const describeDemos = hasPython || process.env.CI ? describe : describe.skip;

describeDemos("the documentation's demos in Python", () => {
	test.each(forms)('ocr/document/general, %s', async (form) => {
		const answer = await runDemo('ocr/document/general', form, ['vietnamese_letter.png']);
		expect(answer).toMatchObject({ errorCode: '0', errorMessage: 'Success' });
		expect(textOf(answer.data)).toMatch(/tiếng Việt/);
	});

	test.each(forms)('ekyc/card, %s', async (form) => {
		const answer = await runDemo('ekyc/card', form, ['passport.jpg']);
		expect(answer).toEqual({
			errorCode: '0',
			errorMessage: 'Success',
			data: {
				type: 'passport',
				info: expect.any(Object),
				valid: 'True',
				invalidCode: '0',
				invalidMessage: 'Successful',
			},
		});
		sidesIn(answer).forEach(expectDocumentedSide);
	});

	test.each(
		[
			['ocr/card', ['chip_id_card_front.jpg'], ['chip_id_card_front']],
			[
				'ekyc/cards',
				['chip_id_card_front.jpg', 'chip_id_card_back.jpg'],
				['chip_id_card_back', 'chip_id_card_front'],
			],
			[
				'ocr/vehicle_registration',
				['vehicle_registration_front.jpg'],
				['vehicle_registration_front'],
			],
			[
				'ocr/vehicle_registrations',
				['vehicle_registration_front.jpg', 'vehicle_registration_back.jpg'],
				['vehicle_registration_front', 'vehicle_registration_back'],
			],
		].flatMap(([endpoint, images, types]) =>
			forms.map((form) => ({ endpoint, form, images, types }) as const),
		),
	)('$endpoint, $form', async ({ endpoint, form, images, types }) => {
		const answer = await runDemo(endpoint as string, form, images as string[]);
		expect(answer).toMatchObject({ errorCode: '0', errorMessage: 'Success' });
		expect(answer.data).toEqual(expect.any(Array));
		const sides = sidesIn(answer);
		expect(sides.map(({ type }) => type)).toEqual(types);
		sides.forEach(expectDocumentedSide);
	});
});

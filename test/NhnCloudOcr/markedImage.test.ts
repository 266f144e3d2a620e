import nock from 'nock';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { fileItem, PNG } from '../support/files';
import { fileStore } from '../support/storedFiles';
import { readSvg } from '../support/svg';
import { answerWith, run, succeeded } from './nhn';

const box = (left: number, top: number, slant = 0) => ({
	...{ x1: left, y1: top, x2: left + 30, y2: top + slant },
	...{ x3: left + 30, y3: top + 10 + slant, x4: left, y4: top + 10 },
});
const row = (value: string, conf?: number) => ({ inferTexts: [{ value, conf }] });

/** Upside down, with a doubtful row between the others and one that an overlap repeats. */
const ANSWER = succeeded({
	listOfInferTexts: [row('Thanks'), row('~', 0.2), row('<Total> & "12.50"', 0.75), row('Thanks')],
	listOfBoundingBoxes: [box(10, 60), box(10, 30), box(10, 0, 2), box(10, 61)].map((each) => ({
		boundingBoxes: [each],
	})),
});
const options = { markedImage: true };

async function items(
	parameters: INodeParameters,
	input?: INodeExecutionData[],
	answer: IDataObject = ANSWER,
): Promise<INodeExecutionData[]> {
	nock.cleanAll();
	answerWith(() => answer);
	const { outputs, error } = await run(parameters, { items: input });
	if (error) throw new Error(error.message);
	return outputs[0];
}

const svgOf = ({ binary }: INodeExecutionData) => Buffer.from(binary!.marked.data, 'base64');
const FILE = { inputType: 'binary', binaryPropertyName: 'data' };
const file = () => fileItem({ data: PNG });

describe.each(['extract', 'extractSegmented'])('%s', (operation) => {
	test.each(['lines', 'words', 'rows', 'fullText', 'layout', 'markdown'])(
		'the first item of the output "%s" carries the picture',
		async (output) => {
			const [first, ...others] = await items({ operation, ...FILE, output, options }, [file()]);
			expect(first.binary?.marked).toMatchObject({
				mimeType: 'image/svg+xml',
				fileType: 'image',
				fileName: 'a.marked.svg',
				fileExtension: 'svg',
			});
			for (const { binary } of others) expect(binary).toBeUndefined();
			const { images } = readSvg(svgOf(first));
			expect(images[0].href).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
		},
	);

	test('lines have the numbers, text and confidence of the output "lines"', async () => {
		const found = await items({ operation, ...FILE, output: 'lines', options }, [file()]);
		const { lines } = readSvg(svgOf(found[0]));
		expect(lines.map(({ number, title }) => [number, title])).toEqual(
			found.map(({ json: { line, text, confidence } }) => [
				String(line),
				`${line}: ${text}\nConfidence: ${confidence ?? 'unknown'}`,
			]),
		);
		expect(found).toHaveLength(operation === 'extract' ? 4 : 3);
		expect(lines[0].points).toBe('10,0 40,2 40,12 10,10');
	});
});

test('a line that is left out is not drawn, and is not counted', async () => {
	const [item] = await items({
		output: 'fullText',
		options: { ...options, minimumConfidence: 0.5 },
	});
	const { lines } = readSvg(svgOf(item), 'https://example.com/a.png');
	expect(lines.map(({ number, band }) => [number, band])).toEqual([
		['1', 'medium'],
		['2', 'unknown'],
		['3', 'unknown'],
	]);
});

test('a URL is linked, without a name and a password', async () => {
	const address = 'example.com/a.png?a=1&b="><script>\'';
	const [item] = await items({ imageUrl: `https://me:secret@${address}`, options });
	const { images } = readSvg(svgOf(item), new URL(`https://${address}`).href);
	expect(images).toHaveLength(1);
	expect(String(svgOf(item))).not.toContain('secret');
	expect(item.binary!.marked.fileName).toBe('marked.svg');
});

test('base64 is embedded', async () => {
	const imageBase64 = PNG.toString('base64');
	const [item] = await items({ inputType: 'base64', imageBase64, options });
	expect(readSvg(svgOf(item)).images[0].href).toBe(`data:image/png;base64,${imageBase64}`);
	expect(item.binary!.marked.fileName).toBe('marked.svg');
});

test('an image without text is shown without boxes', async () => {
	const [item] = await items({ ...FILE, options }, [file()], succeeded({ values: [] }));
	const { images, lines } = readSvg(svgOf(item));
	expect([images.length, lines.length]).toEqual([1, 0]);
});

test('there is none with the output "raw", or if the option is off', async () => {
	for (const parameters of [{ output: 'raw', options }, { options: { markedImage: false } }, {}]) {
		for (const { binary } of await items({ ...FILE, ...parameters }, [file()])) {
			expect(binary).toBeUndefined();
		}
	}
});

describe('a file that n8n keeps', () => {
	const store = fileStore();
	afterEach(() => jest.restoreAllMocks());

	test('is read again only if the option is on', async () => {
		const stored = await store.item(PNG);
		const reads = async (parameters: INodeParameters) => {
			const spy = jest.spyOn(store.service, 'getAsStream').mockClear();
			const [item] = await items({ ...FILE, ...parameters }, [stored]);
			return [spy.mock.calls.length, item] as const;
		};
		const [without] = await reads({});
		const [withOption, { binary }] = await reads({ options });
		expect(withOption).toBeGreaterThan(without);
		const svg = await store.service.getAsBuffer(binary!.marked);
		expect(readSvg(svg).images[0].href).toContain(PNG.toString('base64'));
		expect(binary!.marked).toMatchObject({ fileName: 'a.marked.svg', data: 'filesystem-v2' });
		expect(store.open()).toBe(0);
	});

	test('and that is removed meanwhile costs no text', async () => {
		const stored = await store.item(PNG);
		nock.cleanAll();
		answerWith(() => {
			jest.spyOn(store.service, 'getMetadata').mockRejectedValue(new Error('removed'));
			return ANSWER;
		});
		const { outputs, error } = await run(
			{ ...FILE, output: 'fullText', options },
			{ items: [stored] },
		);
		expect(error).toBeUndefined();
		expect(outputs[0][0].json.text).toContain('Thanks');
		const svg = await store.service.getAsBuffer(outputs[0][0].binary!.marked);
		expect(readSvg(svg).lines[0].text).toBe('<Total> & "12.50"');
	});
});

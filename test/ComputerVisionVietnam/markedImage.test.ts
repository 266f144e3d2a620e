import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import sharp from 'sharp';

import { fileItem, PNG } from '../support/files';
import { readSvg } from '../support/svg';
import { answerWith, failed, run, succeeded } from './vision';

const word = (text: string, top: number) => ({
	text,
	confidence: 0.5,
	box: { left: 10, top, right: 40, bottom: top + 10 },
});
const BLOCKS = [[[word('a', 10)], [word('b', 30)]]];
const options = { markedImage: true };
const FILE = { inputType: 'binary', binaryPropertyName: 'data' };

async function read(parameters: INodeParameters, answer: IDataObject) {
	const requests = answerWith(() => answer);
	const { outputs, error } = await run(
		{ ...FILE, options, ...parameters },
		{ items: [fileItem({ data: PNG })] },
	);
	if (error) throw new Error(error.message);
	const [query] = requests.map((request) => new URLSearchParams(request.query));
	return { items: outputs[0], thumb: query.get('get_thumb') };
}

const svgOf = ({ binary }: INodeExecutionData) =>
	readSvg(Buffer.from(binary!.marked.data, 'base64'), 'https://example.com/a.png');

const picture = async (width: number) =>
	await sharp({ create: { width, height: 50, channels: 3, background: 'white' } })
		.png()
		.toBuffer();

test('boxes are drawn on the aligned image, which they refer to', async () => {
	const images = await Promise.all([picture(60), picture(70)]);
	const pages = images.map((image) => ({ image: image.toString('base64'), result: BLOCKS }));
	for (const output of ['lines', 'fullText']) {
		const { items, thumb } = await read({ output }, succeeded(pages));
		expect(thumb).toBe('true');
		expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([
			['marked'],
			...items.slice(1).map(() => []),
		]);
		const svg = svgOf(items[0]);
		expect(svg.images.map(({ href, width }) => [href, width])).toEqual(
			images.map((image, index) => [
				`data:image/png;base64,${image.toString('base64')}`,
				['60', '70'][index],
			]),
		);
		expect(svg.lines.map(({ number, band }) => number + band)).toEqual([
			'1low',
			'2low',
			'1low',
			'2low',
		]);
	}
});

test('with the option Aligned Image, the items carry both', async () => {
	const image = PNG.toString('base64');
	const { items } = await read(
		{ output: 'fullText', options: { ...options, alignedImage: true } },
		succeeded([
			{ image, result: BLOCKS },
			{ image, result: BLOCKS },
		]),
	);
	expect(Object.keys(items[0].binary!)).toEqual(['marked', 'image', 'image_2']);
});

test('without an aligned image, they are drawn on the image that was sent', async () => {
	const { items } = await read({}, succeeded([BLOCKS]));
	expect(svgOf(items[0]).images[0].href).toContain(PNG.toString('base64'));
});

test('pages without aligned images are sheets', async () => {
	const { items } = await read({ output: 'layout' }, succeeded([BLOCKS, BLOCKS]));
	const { images, lines } = svgOf(items[0]);
	expect(images).toEqual([]);
	expect(lines.map(({ text }) => text)).toEqual(['a', 'b', 'a', 'b']);
});

test.each([
	['https://example.com/a.png', 1],
	['https://example.com/a.PDF?x=1', 0],
])('%s is linked, unless it is a PDF', async (imageUrl, count) => {
	const { items } = await read({ inputType: 'url', imageUrl }, succeeded([BLOCKS]));
	expect(svgOf(items[0]).images).toHaveLength(count);
});

test('an image without text is shown without boxes', async () => {
	const { items } = await read({}, failed(1));
	expect(svgOf(items[0])).toMatchObject({ images: [{ width: '1' }], lines: [] });
});

test('aligned images are not requested for the output "raw", or if the option is off', async () => {
	for (const parameters of [{ output: 'raw' }, { options: {} }]) {
		const { items, thumb } = await read(parameters, succeeded([BLOCKS]));
		expect(thumb).toBe('false');
		expect(items[0].binary).toBeUndefined();
	}
});

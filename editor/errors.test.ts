import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import { onEditor } from './support/editor';
import { OCR_NODES } from './support/ocrNodes';
import type { Canvas } from './support/pages/canvas';
import { takePictures } from './support/pictures';
import { manyFiles } from './support/workflows';

const editor = onEditor();

let canvas: Canvas;

beforeAll(
	editor.scene(async () => {
		const credentials = await saveSandboxCredentials(editor, editor.sandbox);
		canvas = await editor.open(manyFiles('Errors', editor.sample('*.{jpg,png}'), credentials));
	}),
);

test.each(OCR_NODES)(
	'$name: the panel names the field that contains no file',
	editor.scene(async ({ name }) => {
		const panel = await canvas.openNode(name);
		await panel.fill('binaryPropertyName', 'scanned_page');
		await panel.execute();
		const { message, description } = await panel.error();
		expect(`${message} ${description}`).toContain('"scanned_page"');
		await panel.close();
	}),
);

test(
	"Tencent Cloud OCR: the panel says what the provider's error means",
	editor.scene(async () => {
		const panel = await canvas.openNode('Tencent Cloud OCR');
		await panel.fill('binaryPropertyName', 'blank');
		await fetch(`${editor.sandbox.url}/_sandbox/faults`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ provider: 'tencent', code: 'FailedOperation.ImageBlur' }),
		});
		await panel.execute();
		await panel.output
			.getByText(/too blurry/)
			.first()
			.waitFor();
		await takePictures(editor.page, 'error');
		await panel.close();
	}),
);

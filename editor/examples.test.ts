import { createReadStream, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

import { EXAMPLES, example } from '../local-n8n/example';
import { examplesWith } from '../local-n8n/exampleFiles';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import type { WorkflowJson } from '../local-n8n/workflows';
import { onEditor } from './support/editor';
import { PICTURES, takePictures, takesPictures } from './support/pictures';

const editor = onEditor();
const FILES = readdirSync(EXAMPLES).filter((file) => file.endsWith('.json'));

/** Serves the examples, as GitHub does. */
let server: Server;
let address: string;

beforeAll(async () => {
	server = createServer(({ url }, response) => {
		response.setHeader('content-type', 'application/json');
		createReadStream(join(EXAMPLES, basename(url!))).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const pictureOf = (file: string) => `example-${basename(file, '.json')}`;

const isNote = ({ type }: WorkflowJson['nodes'][0]) => type.endsWith('.stickyNote');

test.each(FILES)(
	'%s is imported by its address, with all its nodes and its note',
	editor.scene(async (file) => {
		const { nodes } = await example(file, {});
		const [note, ...others] = nodes;
		expect(isNote(note)).toBe(true);
		const canvas = await editor.openNew();
		await canvas.importFromUrl(`${address}/${file}`);
		await canvas.node(others.at(-1)!.name).waitFor();
		expect((await canvas.nodeNames()).sort()).toEqual(others.map(({ name }) => name).sort());
		const [, heading] = /^## (.+)$/m.exec(String(note.parameters.content))!;
		await editor.page.getByRole('heading', { name: heading }).waitFor();
	}),
);

(takesPictures ? describe : describe.skip)('pictures', () => {
	test.each(FILES)(
		'%s',
		editor.scene(async (file) => {
			const credentials = await saveSandboxCredentials(editor, editor.sandbox);
			const workflow = (await examplesWith(credentials)).get(file)!;
			// The text of a note would be too small to read.
			const nodes = workflow.nodes.filter((node) => !isNote(node));
			const canvas = await editor.open({ ...workflow, nodes });
			const isLong = nodes.some(({ position: [left] }) => left > 2_000);
			await editor.page.setViewportSize({ width: isLong ? 1_920 : 1_280, height: 1_000 });
			await takePictures(editor.page, pictureOf(file), { clip: await canvas.extent() });
		}),
	);
});

// Last, so that a run that takes them finds them.
test('every example has its pictures in the documentation', () => {
	const pictures = readdirSync(PICTURES).filter((name) => name.startsWith('example-'));
	expect(pictures.sort()).toEqual(
		FILES.flatMap((file) => [`${pictureOf(file)}.png`, `${pictureOf(file)}.dark.png`]).sort(),
	);
});

import { onEditor } from './support/editor';
import { OCR_NODES } from './support/ocrNodes';
import type { NodesPanel } from './support/pages/nodesPanel';
import { takePictures } from './support/pictures';
import { SEARCHES } from './support/searches';
import { oneFile } from './support/workflows';

const editor = onEditor();

let panel: NodesPanel;

beforeAll(
	editor.scene(async () => {
		const canvas = await editor.open(oneFile('Search', editor.sample('receipt.jpg')));
		panel = await canvas.addAfterLast();
	}),
);

test.each(SEARCHES)(
	'"$words" finds $finds',
	editor.scene(async ({ words, finds }) => {
		const found = await panel.find(words);
		expect(found.slice(0, 5)).toEqual(expect.arrayContaining(finds));
		if (words === 'OCR') await takePictures(editor.page, 'nodes-panel');
	}),
);

test(
	'every node is searched for',
	editor.scene(async () => {
		const names = new Set(SEARCHES.flatMap(({ finds }) => finds));
		expect([...names].sort()).toEqual(OCR_NODES.map(({ name }) => name));
	}),
);

import { operations } from '../test/support/descriptions';
import { onEditor } from './support/editor';
import { OCR_NODES } from './support/ocrNodes';
import { takePictures } from './support/pictures';
import { oneFile } from './support/workflows';

const editor = onEditor();

/** Removes the credentials that other files have saved: the first one is made by other buttons. */
async function forgetCredentials(): Promise<void> {
	const all = await editor.rest.request<Array<{ id: string }>>('GET', '/credentials');
	for (const { id } of all) await editor.rest.request('DELETE', `/credentials/${id}`);
}

beforeEach(forgetCredentials);

const journeys = OCR_NODES.flatMap(({ accounts, ...node }) =>
	accounts.map((account) => ({ ...node, ...account, title: account.kind ?? 'credential' })),
);

test.each(journeys)(
	'$name: found, added, connected, given its $title, and run on a picture',
	editor.scene(async ({ name, type, operation, sample, reads, kind, fields, mistake }) => {
		const picture = [type.split('.')[1], kind].filter(Boolean).join(' ').replaceAll(' ', '-');
		const canvas = await editor.open(oneFile(`New ${name}`, editor.sample(sample)));
		const nodesPanel = await canvas.addAfterLast();
		expect(await nodesPanel.find('OCR')).toContain(name);
		const actions = operations
			.filter(({ description }) => description.displayName === name)
			.map((described) => ({ path: described.path, action: described.operation.action! }));
		expect(await nodesPanel.actionsOf(name)).toEqual(actions.map(({ action }) => action));
		const { action } = actions.find(({ path }) => path === operation)!;
		const panel = await nodesPanel.add(action);

		const dialog = await panel.connect();
		if (kind) await dialog.chooseKind(kind);
		const right = fields(editor.sandbox);
		for (const [field, value] of Object.entries(right)) await dialog.fill(field, value);
		await dialog.choose('baseUrl', 'Custom');
		await dialog.fill('customBaseUrl', editor.sandbox.url);
		await dialog.fill(mistake.field, mistake.value);
		await dialog.save();
		expect(await dialog.sentence()).toMatch(mistake.sentence);

		await dialog.correct(mistake.field, right[mistake.field]);
		await panel.editCredential();
		await dialog.untilTested();
		await takePictures(editor.page, `${picture}-credential`);
		await dialog.close();

		await panel.execute();
		await panel.untilOutput(reads);
		await panel.viewInput();
		await takePictures(editor.page, `${picture}-panel`);
		await panel.close();

		expect(await canvas.nodes.count()).toBe(3);
		expect(await canvas.connections.count()).toBe(2);
	}),
);

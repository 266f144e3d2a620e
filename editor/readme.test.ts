/* The steps of "Your first workflow" in the README, for each node, in the n8n of the demo. */
import type { SmtpServer } from '../e2e/support/smtpServer';
import { startSmtpServer } from '../e2e/support/smtpServer';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import { samplePath } from '../sandbox/sampleRoutes';
import { operations } from '../test/support/descriptions';
import { onEditor } from './support/editor';
import { OCR_NODES } from './support/ocrNodes';
import type { Canvas } from './support/pages/canvas';

const editor = onEditor();

let smtp: SmtpServer;
beforeAll(async () => {
	smtp = await startSmtpServer();
	await saveSandboxCredentials(editor, editor.sandbox);
});
afterAll(async () => await smtp?.stop());

/** Step 1. */
async function form(): Promise<Canvas> {
	const canvas = await editor.openNew();
	const panel = await (await canvas.addFirst()).add('On form submission');
	await panel.fill('formTitle', 'Read a picture');
	await panel.addTo('Add Form Element');
	await panel.fill('fieldLabel', 'Picture');
	await panel.choose('fieldType', 'File');
	await panel.close();
	return canvas;
}

test.each(OCR_NODES)(
	'$name: from an empty workflow to the rows of a picture, and to a mail with its text',
	editor.scene(async ({ name, operation, sample, reads }) => {
		const canvas = await form();
		const nodes = await canvas.addAfterLast();
		expect(await nodes.find('OCR')).toContain(name);
		await nodes.actionsOf(name);
		const { action } = operations.find(({ path }) => path === operation)!.operation;
		const panel = await nodes.add(action!);
		expect(await panel.credential()).toMatch(/in the sandbox$/);
		await panel.choose('output', 'Rows');
		await panel.close();

		await canvas.executeWithForm(samplePath(sample));
		await canvas.untilSuccessOf(name);
		await canvas.openNode(name);
		await panel.untilOutput(reads);
		expect(await panel.columns()).toEqual(expect.arrayContaining(['fileName', 'row', 'column1']));

		await panel.choose('output', 'Full Text');
		await panel.close();
		const more = await canvas.addAfterLast();
		await more.find('Send Email');
		await more.actionsOf('Send Email');
		const mail = await more.add('Send an Email');
		if (!(await mail.hasCredential())) {
			const dialog = await mail.connect();
			const { user, password, host, port } = smtp.credential;
			for (const [field, value] of Object.entries({ user, password, host, port })) {
				await dialog.fill(field, String(value));
			}
			await dialog.switch('secure');
			await dialog.switch('disableStartTls');
			await dialog.save();
			await dialog.untilClosed();
		}
		await mail.fill('fromEmail', 'ocr@example.com');
		await mail.fill('toEmail', 'ada@example.com');
		await mail.fill('subject', name);
		await mail.choose('emailFormat', 'Text');
		await mail.fill('text', '{{ $json.text }}');
		await mail.close();
		await canvas.executeWithForm(samplePath(sample));
		const { subject, text } = await smtp.nextMail();
		expect(subject).toBe(name);
		expect(text).toContain(reads);
		expect(smtp.waiting).toBe(0);
	}),
);

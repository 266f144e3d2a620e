import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import { samplePath } from '../sandbox/sampleRoutes';
import { onEditor } from './support/editor';
import { takePictures } from './support/pictures';
import { uploadForm } from './support/workflows';

const editor = onEditor();

test(
	"a picture that is uploaded in n8n's form is read, and its text is the form's answer",
	editor.scene(async () => {
		const credentials = await saveSandboxCredentials(editor, editor.sandbox);
		const canvas = await editor.open(uploadForm(credentials.tencentCloudApi));
		const opened = editor.context.waitForEvent('page');
		await canvas.execute();
		const form = await opened;
		await form.locator('input[type=file]').setInputFiles(samplePath('receipt.jpg'));
		await takePictures(form, 'form', { colorSchemes: ['light'] });
		await form.getByRole('button', { name: 'Submit' }).click();
		await form.getByText('TOTAL USD').waitFor();
		await takePictures(form, 'form-answer', { colorSchemes: ['light'] });
		await form.close();

		await canvas.untilSuccessOf('Tencent Cloud OCR');
		await takePictures(editor.page, 'workflow');
		const panel = await canvas.openNode('Tencent Cloud OCR');
		await panel.untilOutput('TOTAL USD');
		await panel.close();
	}),
);

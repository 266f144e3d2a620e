import type { ChatModel } from '../e2e/support/chatModel';
import { startChatModel } from '../e2e/support/chatModel';
import { example } from '../local-n8n/example';
import { saveSandboxCredentials } from '../local-n8n/sandboxCredentials';
import { samplePath } from '../sandbox/sampleRoutes';
import { onEditor } from './support/editor';
import { OCR_NODES } from './support/ocrNodes';

const editor = onEditor();

let model: ChatModel;
let credentials: Awaited<ReturnType<typeof saveSandboxCredentials>>;
let chatModel: { credentials: { openAiApi: { id: string; name: string } } };

beforeAll(async () => {
	model = await startChatModel();
	credentials = await saveSandboxCredentials(editor, editor.sandbox);
	const data = model.credential;
	const openAiApi = await editor.credentials.save({ name: 'OpenAI', type: 'openAiApi', data });
	chatModel = { credentials: { openAiApi } };
});
afterAll(async () => await model?.stop());

test.each(OCR_NODES)(
	'$name: found as the tool of an agent, and its defaults read the picture at a URL',
	editor.scene(async ({ name, sample, reads }) => {
		const workflow = await example('chat-about-a-picture.json', { 'OpenAI Chat Model': chatModel });
		workflow.name = `Agent with ${name}`;
		workflow.nodes = workflow.nodes.filter((node) => node.name !== 'Tencent Cloud OCR');
		delete workflow.connections['Tencent Cloud OCR'];
		const canvas = await editor.open(workflow);
		const found = await canvas.addTool();
		expect(await found.find('OCR')).toContain(`${name} Tool`);
		const panel = await found.add(`${name} Tool`);
		expect(await panel.credential()).toMatch(/in the sandbox$/);
		expect(await panel.value('inputType')).toBe('URL');
		expect(await panel.value('output')).toBe('Full Text');
		expect(await panel.value('maxCharacters')).toBe('20000');
		await panel.letModelDefine('imageUrl');
		await panel.close();
		const url = `${editor.sandbox.url}/samples/${sample}`;
		await canvas.chat(`What does ${url} say?`, new RegExp(`The tool says: [^]*${reads}`));
	}),
);

test(
	'a file that is uploaded in the chat is read',
	editor.scene(async () => {
		const { computerVisionVietnamApi } = credentials;
		const account = { credentials: { computerVisionVietnamApi } };
		const canvas = await editor.open(
			await example('chat-about-an-uploaded-document.json', {
				'OpenAI Chat Model': chatModel,
				'Read URL': account,
				'Read Uploaded File': account,
			}),
		);
		await canvas.chat(
			'What is this about?',
			/The tool says: [^]*Trân trọng/,
			samplePath('vietnamese_letter.png'),
		);
	}),
);

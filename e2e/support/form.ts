import { setTimeout as sleep } from 'node:timers/promises';

import type { WorkflowJson } from '../../local-n8n/workflows';

/** What a page after a form shows. */
export interface AnswerPage {
	title: string;
	message: string;
	/** The files that the browser saves. */
	downloads: Array<{ fileName: string; contents: Buffer }>;
	/** The page that the browser goes on to. */
	nextPage(): Promise<AnswerPage>;
}

/**
 * Fills in the form of a published workflow and follows it to the page after it, as a browser does.
 *
 * @param files those of each field, in the order of the fields
 */
export async function submitForm(
	n8nUrl: string,
	workflow: WorkflowJson,
	files: File[][],
): Promise<AnswerPage> {
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.formTrigger'))!;
	return await fillInForm(`${n8nUrl}/form/${trigger.webhookId}`, files);
}

/** Fills in the form at an address, like {@link submitForm}. */
export async function fillInForm(url: string, files: File[][]): Promise<AnswerPage> {
	const page = await (await fetch(url)).text();
	const body = new FormData();
	for (const [index, ofField] of files.entries()) {
		if (!page.includes(`name='field-${index}'`) && !page.includes(`name="field-${index}"`)) {
			throw new Error(`The form has no field ${index + 1}`);
		}
		for (const file of ofField) body.append(`field-${index}`, file);
	}
	const response = await fetch(url, { method: 'POST', body });
	const { formWaitingUrl } = (await response.json()) as { formWaitingUrl: string };
	return await answerPage(formWaitingUrl);
}

async function answerPage(formWaitingUrl: string): Promise<AnswerPage> {
	await untilNextPage(formWaitingUrl);
	const html = await (await fetch(formWaitingUrl)).text();
	// The page itself sends this, and the workflow goes on.
	await fetch(formWaitingUrl, { method: 'POST' });
	return {
		title: partOf(html, /<h1>([^]*?)<\/h1>/),
		message: partOf(html, /<p style="white-space: pre-line;">([^]*?)<\/p>/),
		downloads: downloadsOf(html),
		nextPage: async () => await answerPage(formWaitingUrl),
	};
}

async function untilNextPage(formWaitingUrl: string): Promise<void> {
	const status = new URL(formWaitingUrl);
	status.pathname += '/n8n-execution-status';
	for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(100)) {
		const text = (await (await fetch(status)).text()).trim();
		if (text === 'form-waiting') return;
		if (['canceled', 'crashed', 'error', 'success', 'null'].includes(text)) {
			throw new Error(`The form shows no further page: the run ended with ${text}`);
		}
	}
	throw new Error('The form showed no further page within 40 s');
}

/** A part of a page, as a browser shows it. */
function partOf(html: string, pattern: RegExp): string {
	const [, part] = pattern.exec(html) ?? [];
	if (part === undefined) throw new Error(`The page has no ${pattern.source}:\n${html}`);
	return part
		.replaceAll(/<br\s*\/?>/g, '\n')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&#x3D;', '=')
		.replaceAll('&#x27;', "'")
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}

function downloadsOf(html: string): AnswerPage['downloads'] {
	const [, encoded = '%5B%5D'] = /decodeURIComponent\("([^"]*)"\)/.exec(html) ?? [];
	const files = JSON.parse(decodeURIComponent(encoded)) as Array<{
		fileName: string;
		data: string | { data: number[] };
	}>;
	return files.map(({ fileName, data }) => ({
		fileName,
		contents: typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data.data),
	}));
}

/*
 * README, CONTRIBUTING and the pages in docs/ say what the code does: every label, title, sample,
 * command and link in them is compared with it. A page that mentions something new, or something that
 * is gone, fails here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { BEGIN, documentTable, END, PAGE } from '../docs/make/documentTable';
import { PROJECT } from '../local-n8n/project';
import { BACK, FRONT } from './ComputerVisionVietnam/sides';
import * as vision from './ComputerVisionVietnam/vision';
import type { Entry } from './support/descriptions';
import { credentials, nodes, operations, withEntries } from './support/descriptions';
import { fileItem, PNG } from './support/files';
import type { Page } from './support/markdown';
import { anchorsOf, pageFiles, readPage, textsOf } from './support/markdown';
import type { NodeResult } from './support/runNode';
import { titles } from './support/sentences';
import { ANSWER } from './TencentCloudOcr/receiptAnswer';
import * as tencent from './TencentCloudOcr/tencent';

const REPOSITORY = 'https://github.com/n8n-nodes-cloud-ocr/n8n-nodes-cloud-ocr';
const RAW = 'https://raw.githubusercontent.com/n8n-nodes-cloud-ocr/n8n-nodes-cloud-ocr';

const pages = pageFiles.map(readPage);

/** Pages about the nodes: those for people who change them have words of their own. */
const userPages = pages.filter(
	({ file }) => !/^(CONTRIBUTING|SECURITY|docs\/(architecture|gallery|layout))\.md$/.test(file),
);

const byFile = (list: Page[]) => list.map((page) => [page.file, page] as const);

const labelOf = (entry: Entry) => ('displayName' in entry ? entry.displayName : entry.name);

const labelsOf = (entries: Entry[]): string[] =>
	withEntries(entries).flatMap((entry) => [
		labelOf(entry),
		...('action' in entry && entry.action ? [entry.action] : []),
	]);

/** Words that n8n 2.41 shows: nodes, menus, buttons and settings. */
const OF_N8N = [
	'+',
	'…',
	'Add Form Element',
	'Add first step…',
	'AI Agent',
	'Allow File Uploads',
	'Allowed HTTP Request Domains',
	'Batch Interval (ms)',
	'Batching',
	'Binary File',
	'Chat Trigger',
	'Community nodes',
	'Connect to …',
	'Continue',
	'Continue (using error output)',
	'Create new credential',
	'Crypto',
	'Credential',
	'Credential Type',
	'Download',
	'Element Type',
	'Email Format',
	'Execute step',
	'Execute workflow',
	'Extract from File',
	'Form Title',
	'From Email',
	'From URL',
	'From file',
	'Generate HTML Template',
	'HTML',
	'HTTP Request',
	'Import',
	'Install',
	'Install a community node',
	'Items per Batch',
	'Label',
	'Move File to Base64 String',
	'New workflow',
	'npm Package Name',
	'On Error',
	'On form submission',
	'Parameters',
	'Predefined Credential Type',
	'Property Name',
	'Publish',
	'Read/Write Files from Disk',
	'Remove Duplicates',
	'Remove Items Processed in Previous Executions',
	'Retry On Fail',
	'Save',
	'Send an Email',
	'Send Email',
	'Settings',
	'Stop Workflow',
	'Subject',
	'Submit',
	'System Message',
	'Timeout',
	'To Email',
	'Tencent Cloud OCR Tool',
	'Tool',
	'Value to Dedupe On',
	'View',
];

/** Words of the providers' consoles and of n8n that stand in italics. */
const IN_ITALICS = [
	'AI Service > OCR',
	'API Keys',
	'API Security Settings',
	'Access Management',
	'Let the model define this parameter',
	'Other Tools',
	'URL & Appkey',
];

describe('labels', () => {
	const known = new Set([
		...OF_N8N,
		...nodes.flatMap(({ description }) => [
			description.displayName,
			...labelsOf(description.properties),
		]),
		...credentials.flatMap(({ displayName, properties }) => [displayName, ...labelsOf(properties)]),
	]);

	test.each(byFile(userPages))('in bold in %s are in the dialogs', (_, page) => {
		const unknown = textsOf(page, 'strong')
			.flatMap((label) => label.split(' > '))
			.filter((label) => !known.has(label));
		expect(unknown).toEqual([]);
	});
});

describe('sentences', () => {
	const isTitle = titles();

	test.each(byFile(userPages))('in italics in %s are titles of errors', (_, page) => {
		const unknown = textsOf(page, 'emphasis').filter(
			(text) => !IN_ITALICS.includes(text) && !isTitle(text),
		);
		expect(unknown).toEqual([]);
	});
});

describe.each(nodes.map((each) => [each.provider, each] as const))(
	'%s',
	(provider, { description }) => {
		const { resources } = JSON.parse(
			readFileSync(join(PROJECT, 'nodes', provider, `${provider}.node.json`), 'utf8'),
		) as { resources: { primaryDocumentation: [{ url: string }] } };
		const { url } = resources.primaryDocumentation[0];

		test('has a Docs link to its own page', () => {
			expect(fileOf(url)).toMatch(/^docs\/[\w-]+\.md$/);
			expect(existsSync(join(PROJECT, fileOf(url)!))).toBe(true);
		});

		test('has all its options and the fields of its credentials on that page', () => {
			const labels = new Set(textsOf(readPage(fileOf(url)!), 'strong'));
			const options = description.properties
				.filter(({ name }) => name === 'options')
				.flatMap((field) => (field.options ?? []) as Entry[]);
			const own = (description.credentials ?? []).map(({ name }) => name);
			const fields = credentials
				.filter(({ name }) => own.includes(name))
				.flatMap(({ properties }) => properties.filter(({ type }) => type !== 'hidden'));
			const missing = [...options, ...fields].map(labelOf).filter((label) => !labels.has(label));
			expect(missing).toEqual([]);
		});
	},
);

describe('samples', () => {
	const receipt = [
		{
			json: {},
			binary: { data: { ...fileItem({ data: PNG }).binary!.data, fileName: 'receipt.jpg' } },
		},
	];

	async function text(output: string): Promise<INodeExecutionData[]> {
		tencent.answerWith(() => ANSWER);
		const result = await tencent.run(
			{ inputType: 'binary', binaryPropertyName: 'data', output },
			{ items: receipt },
		);
		return itemsOf(result);
	}

	async function card(operation: string, data: unknown): Promise<INodeExecutionData[]> {
		vision.answerWith(() => vision.succeeded(data));
		const files = fileItem({ data: PNG, front: PNG, back: PNG });
		for (const [name, file] of Object.entries(files.binary!)) {
			file.fileName = name === 'data' ? 'card.jpg' : `${name}.jpg`;
		}
		const result = await vision.run(
			{ resource: 'card', operation, inputType: 'binary' },
			{ items: [files] },
		);
		return itemsOf(result);
	}

	async function error(): Promise<INodeExecutionData[]> {
		tencent.answerWith(() =>
			tencent.failure('FailedOperation.ImageDecodeFailed', 'Image decode failed.'),
		);
		const result = await tencent.run(
			{ inputType: 'binary', binaryPropertyName: 'data', output: 'fullText' },
			{
				items: [{ ...receipt[0], json: { from: 'ann@example.com' } }],
				settings: { onError: 'continueRegularOutput' },
			},
		);
		return itemsOf(result);
	}

	/** The items of a run, by what stands behind the language of a sample. */
	const RUNS: Record<string, () => Promise<INodeExecutionData[]>> = {
		error,
		verify: async () => await card('verify', FRONT),
		verifyTwoSides: async () => await card('verifyTwoSides', [BACK, FRONT]),
	};

	const samples = userPages.flatMap(({ file, parts }) =>
		parts
			.filter(({ type, lang }) => type === 'code' && lang === 'json')
			.map(({ meta, value }) => [file, String(meta), value!] as const),
	);

	test.each(samples)('in %s: %s is an item of the node', async (_, name, sample) => {
		const [, run, index] = /^(\w+)\[(\d+)\]$/.exec(name)!;
		const items = await (RUNS[run] ?? (async () => await text(run)))();
		const { json } = items[Number(index)];
		expect(entries(JSON.parse(sample) as IDataObject)).toEqual(entries(json));
	});

	test('are there', () => expect(samples.length).toBeGreaterThan(5));
});

function itemsOf({ outputs, error }: NodeResult): INodeExecutionData[] {
	expect(error).toBeUndefined();
	return outputs[0];
}

/** The columns of an item in their order. */
const entries = (json: IDataObject) => Object.entries(json);

describe('links', () => {
	test.each(byFile(pages))('in %s lead somewhere', (file, page) => {
		const targets = linksOf(page).filter((url) => fileOf(url, file) !== undefined);
		expect(targets.filter((url) => !leadsSomewhere(url, file))).toEqual([]);
	});

	test('in README.md work on npm and in n8n, which show it without the repository', () => {
		const relative = linksOf(pages[0]).filter((url) => !/^(https:|#)/.test(url));
		expect(relative).toEqual([]);
	});
});

/** Where the links and pictures of a page lead. A picture with another one for dark pages is HTML. */
const linksOf = ({ parts }: Page): string[] => [
	...parts
		.filter(({ type }) => ['link', 'image', 'definition'].includes(type))
		.map(({ url = '' }) => url),
	...parts
		.filter(({ type }) => type === 'html')
		.flatMap(({ value = '' }) => [...value.matchAll(/ (?:src|srcset|href)="([^"]*)"/g)])
		.map(([, url]) => url),
];

/** The file of this project that a link leads to; undefined for other addresses. */
function fileOf(url: string, from = ''): string | undefined {
	const [address] = url.split('#', 1);
	const [, own] =
		new RegExp(`^(?:${REPOSITORY}/(?:blob|tree)|${RAW})/main/(.*)$`).exec(address) ?? [];
	if (own !== undefined) return own;
	if (/^[a-z]+:/i.test(address)) return undefined;
	return address === '' ? from : normalize(join(dirname(from), address));
}

function leadsSomewhere(url: string, from: string): boolean {
	const file = fileOf(url, from)!;
	if (!existsSync(join(PROJECT, file))) return false;
	const [, anchor] = url.split('#');
	return anchor === undefined || anchorsOf(readPage(file)).includes(anchor);
}

test.each(byFile(pages))('%s names only scripts of package.json', (_, page) => {
	const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	const code = [...textsOf(page, 'inlineCode'), ...textsOf(page, 'code')].join(' ; ');
	const named = [...code.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('README.md lists every example', () => {
	const listed = textsOf(pages[0], 'inlineCode').filter((code) => code.endsWith('.json'));
	const examples = readdirSync(join(PROJECT, 'examples')).filter((name) => name.endsWith('.json'));
	expect(listed.map((name) => basename(name)).sort()).toEqual(examples.sort());
});

describe('the table of documents', () => {
	const [titles, , ...rows] = readFileSync(join(PROJECT, PAGE), 'utf8')
		.split(BEGIN)[1]
		.split(END)[0]
		.trim()
		.split('\n')
		.map((row) => row.split('|').slice(1, -1))
		.map((cells) => cells.map((cell) => cell.trim()));

	test('is what the catalogues say: npm run docs', () => {
		expect([titles, ...rows]).toEqual(documentTable());
	});

	test('has each operation that reads a document', () => {
		const documents = rows.map(([node, document]) => `${node}: ${document}`);
		const missing = operations
			.filter(({ resource }) => resource.value !== 'text')
			.map(
				({ description, resource, operation }) =>
					`${description.displayName}: ${resource.name} > ${operation.name}`,
			)
			.filter((name) => !documents.includes(name));
		expect(missing).toEqual([
			// It has a row for each document that it reads.
			'Tencent Cloud OCR: Identity Document > Extract',
			// It reads no document.
			'Tencent Cloud OCR: Identity Document > Get Verification Result',
		]);
	});
});

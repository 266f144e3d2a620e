/*
 * What every operation and every field of every node owes to its users and to those who change it.
 * The nodes come from package.json, and their operations from their descriptions: a new one is held to
 * all of this without a change here, but for a response of its provider in RESPONSES.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { PROJECT } from '../local-n8n/project';
import type { DescribedOperation, Entry } from './support/descriptions';
import {
	credentials,
	entriesOf,
	isField,
	manifest,
	nodes,
	operations,
	sourceOf,
	sources,
	withEntries,
} from './support/descriptions';
import { filesIn, importGraph, reachedFrom } from './support/importGraph';
import { literalGroups } from './support/literals';
import { nodeTypes } from './support/nodeTypes';
import { outputsOf, runOperation } from './support/operationRun';
import { columnsIn, expectSchema } from './support/schema';

const { displayParameter } = NodeHelpers;

test('package.json registers every node and credential', () => {
	const registered = ({ nodes: all, credentials: those }: typeof manifest.n8n) =>
		[...all, ...those].map((file) => file.replace(/^dist\/(.*)\.js$/, '$1.ts')).sort();
	expect(registered(manifest.n8n)).toEqual([...sources.nodes, ...sources.credentials].sort());
});

test.each(nodes.map(({ provider, description }) => [provider, description] as const))(
	'%s keeps its name on the canvas',
	(_, { skipNameGeneration }) => {
		expect(skipNameGeneration).toBe(true);
	},
);

test('every node has resources, and every resource has operations', () => {
	for (const { provider, description } of nodes) {
		const [{ options = [] }] = description.properties.filter(({ name }) => name === 'resource');
		expect(options.length).toBeGreaterThan(0);
		for (const option of options) {
			const own = operations.filter(
				(each) => each.provider === provider && each.resource === option,
			);
			expect([option.name, own.length]).not.toEqual([option.name, 0]);
		}
	}
});

describe.each(operations.map((each) => [each.path, each] as const))('%s', (path, described) => {
	const { provider, description, resource, operation } = described;

	test('has an action and a description', () => {
		const { action, description: says } = operation;
		expect({ action, says }).toEqual({
			action: expect.stringMatching(/^[A-Z].*[^.]$/),
			says: expect.stringMatching(/^[A-Z]/),
		});
	});

	test('has a file of its own, with this option', () => {
		const { name, value, action, description: says } = operation;
		expect(sourceOf(described).option).toEqual({ name, value, action, description: says });
	});

	test('has a schema file of its output for version 1.0.0 of its node', () => {
		const file = path.replace('/', '/__schema__/v1.0.0/');
		const schema = JSON.parse(
			readFileSync(join(PROJECT, 'nodes', `${file}.json`), 'utf8'),
		) as unknown;
		expect(schema).toMatchObject({ type: 'object', properties: expect.any(Object), version: 1 });
	});

	test.each(outputsOf(described))(
		'gives with %j, in n8n-core, what its schema file says',
		async (parameters) => {
			const { outputs, error, requests } = await runOperation(described, parameters);
			expect(error).toBeUndefined();
			expect(requests).toHaveLength(1);
			expect(outputs[0]).not.toHaveLength(0);
			expectSchema(path, outputs[0]);
		},
	);

	test('has the columns of its default output first in its schema file', async () => {
		const { outputs } = await runOperation(described, {});
		const columns = Object.keys(outputs[0][0].json);
		// Those of a document that is no file.
		const others = ['url', 'front_url', 'back_url'];
		const ofSchema = columnsIn(path).filter((name) => !others.includes(name));
		const hasOutputs = outputsOf(described).length > 1;
		const first = hasOutputs
			? ofSchema.slice(0, columns.length)
			: ofSchema.filter((name) => columns.includes(name));
		expect(first).toEqual(columns);
	});

	test('is run by unit tests of its provider', () => {
		const graph = importGraph(filesIn('test/support', `test/${provider}`));
		const testing = filesIn(`test/${provider}`).filter((file) => {
			if (!file.endsWith('.test.ts')) return false;
			const reached = [...reachedFrom(file, graph)];
			return (
				reached.includes('test/support/runNode.ts') &&
				reached.some((each) => each.startsWith(`test/${provider}/`) && names(each, described))
			);
		});
		expect(testing).not.toEqual([]);
	});

	test('is run by an end-to-end test', () => {
		const type = `${manifest.name}.${description.name}`;
		const testing = filesIn('e2e').filter(
			(file) =>
				file.endsWith('.test.ts') &&
				literalGroups(file).some((group) => group.has(type)) &&
				names(file, described),
		);
		expect(testing).not.toEqual([]);
	});

	test('stands below its node on the canvas, in words', () => {
		const parameters = { resource: resource.value, operation: operation.value };
		const node = {
			...{ id: '1', name: 'Node', typeVersion: 1, position: [0, 0] as [number, number] },
			...{ type: `${manifest.name}.${description.name}`, parameters },
		};
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const shown = workflow.expression.getSimpleParameterValue(
			node,
			description.subtitle,
			'internal',
			{},
		);
		expect(shown).toBe(sourceOf(described).subtitle);
		expect(shown).toMatch(/^[A-Z][a-z]+( ([A-Z][a-z]+|in|of))+$/);
	});

	const { properties } = description;
	const { fields } = sourceOf(described);
	const chosen = { resource: resource.value, operation: operation.value } as INodeParameters;

	const asTool = { ...description, name: `${description.name}Tool` };
	const variants = [description, asTool].flatMap((variant) =>
		settingsOf(fields).map((settings) => [variant.name, settings, variant] as const),
	);

	test.each(variants)(
		'%s shows its own fields once and in its order, and no others: %j',
		(_, settings, variant) => {
			const parameters = { ...chosen, ...settings };
			const isShown = (field: INodeProperties) =>
				displayParameter(parameters, field, { typeVersion: 1 }, variant);
			const shown = properties.filter((field) => !isOfAll(field) && isShown(field));
			expect(shown.map(withoutCondition)).toEqual(fields.filter(isShown).map(withoutCondition));
			expect(new Set(shown.map(({ name }) => name)).size).toBe(shown.length);
		},
	);
});

/** Whether a field belongs to the node or to n8n, not to an operation. */
const isOfAll = ({ name }: INodeProperties) =>
	['toolDescription', 'authentication', 'resource', 'operation', 'requestOptions'].includes(name);

const withoutCondition = (field: INodeProperties) => ({ ...field, displayOptions: undefined });

/** All settings of the fields that other fields depend on. */
function settingsOf(fields: INodeProperties[]): INodeParameters[] {
	const deciding = fields.flatMap(({ displayOptions: { show = {}, hide = {} } = {} }) =>
		[show, hide].flatMap(Object.keys),
	);
	return [...new Set(deciding)]
		.filter((name) => name !== '@tool')
		.reduce<INodeParameters[]>(
			(settings, name) => {
				const { type, options = [] } = fields.find((field) => field.name === name)!;
				const values =
					type === 'boolean'
						? [true, false]
						: options.map((option) => 'value' in option && option.value);
				return settings.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
			},
			[{}],
		);
}

/** Whether a file puts an operation beside its resource; a node with one resource need not repeat it. */
function names(file: string, { provider, resource, operation }: DescribedOperation): boolean {
	const resources = operations
		.filter((each) => each.provider === provider)
		.map((each) => each.resource);
	const isOnly = resources.every(({ value }) => value === resource.value);
	return literalGroups(file).some(
		(group) => group.has(String(operation.value)) && (isOnly || group.has(String(resource.value))),
	);
}

test('every schema file belongs to an operation', () => {
	const files = nodes.flatMap(({ provider }) => {
		const folder = join(PROJECT, 'nodes', provider, '__schema__', 'v1.0.0');
		return readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.json'))
			.map((file) => join(provider, file.replace(/\.json$/, '')));
	});
	expect(files.sort()).toEqual(operations.map(({ path }) => path).sort());
});

describe.each(nodes.map(({ provider, description }) => [provider, description] as const))(
	'%s',
	(provider, { properties }) => {
		test('has a table of its resources and operations on its page', () => {
			const own = operations.filter((each) => each.provider === provider);
			const expected = [...new Set(own.map(({ resource }) => resource))].map(({ name, value }) => {
				const those = own.filter(({ resource }) => resource.value === value);
				return `${name}: ${those.map(({ operation }) => operation.name).join(', ')}`;
			});
			expect(tableInDocs(provider).sort()).toEqual(expected.sort());
		});

		test('lists what a user chooses from in alphabetical order', () => {
			const lists = withEntries(properties)
				.map((entry) => ({ field: entry.name, labels: entriesOf(entry).map(labelOf) }))
				.filter(({ labels }) => labels.length > 0);
			expect(lists.map(({ field }) => field)).toEqual(
				expect.arrayContaining(['operation', 'output', 'options']),
			);
			for (const { field, labels } of lists) {
				const sorted = [...labels].sort((a, b) => a.localeCompare(b, 'en'));
				expect([field, labels]).toEqual([field, sorted]);
			}
		});

		// n8n evaluates each of them for each item.
		test('has each field that operations share once', () => {
			const own = operations.filter((each) => each.provider === provider);
			const all = own.flatMap((each) => sourceOf(each).fields.map(contentOf));
			const described = properties.filter((field) => !isOfAll(field)).map(contentOf);
			expect(described.sort()).toEqual([...new Set(all)].sort());
		});
	},
);

/** The rows of the table of resources on the page behind a node's Docs link, as `Text: Extract`. */
function tableInDocs(provider: string): string[] {
	const codex = readFileSync(join(PROJECT, 'nodes', provider, `${provider}.node.json`), 'utf8');
	const [page] = /docs\/[\w-]+\.md/.exec(codex) ?? [];
	const [, table] = readFileSync(join(PROJECT, page!), 'utf8').split(
		/^\| Resource +\| Operations +\|\n.*\n/m,
	);
	const [rows] = table.split(/^(?!\|)/m);
	return [...rows.matchAll(/^\| (.*?) +\| (.*?) +\|$/gm)].map(
		([, resource, names]) => `${resource}: ${names}`,
	);
}

const labelOf = (entry: Entry) => ('displayName' in entry ? entry.displayName : entry.name);

/** A field without the condition that an operation is chosen. */
const contentOf = ({ displayOptions: { show, hide } = {}, ...field }: INodeProperties): string =>
	JSON.stringify({ ...field, show: { ...show, resource: undefined, operation: undefined }, hide });

const described: Array<[of: string, all: Entry[]]> = [
	...nodes.map(({ provider, description }): [string, Entry[]] => [
		provider,
		withEntries(description.properties.filter(({ name }) => name !== 'requestOptions')),
	]),
	...credentials.map(({ name, properties }): [string, Entry[]] => [name, withEntries(properties)]),
];

describe.each(described)('the words of %s', (_, entries) => {
	const said = entries
		.filter((entry) => 'description' in entry)
		.map((entry) => [labelOf(entry), String((entry as { description?: string }).description)]);

	test('every description of a switch begins with "Whether"', () => {
		const switches = entries.filter((entry) => isField(entry) && entry.type === 'boolean');
		expect(switches).not.toHaveLength(0);
		for (const { name, description } of switches as INodeProperties[]) {
			expect([name, description]).toEqual([name, expect.stringMatching(/^Whether /)]);
		}
	});

	test('every option that is a switch is on when it is added', () => {
		const options = entries.filter((entry) => isField(entry) && entry.name === 'options');
		const switches = withEntries(options.flatMap(entriesOf)).filter(
			(entry) => isField(entry) && entry.type === 'boolean',
		);
		expect(switches.filter((entry) => 'default' in entry && entry.default !== true)).toEqual([]);
	});

	// As n8n has it: a full stop only where there is more than one sentence.
	test('every description of one sentence ends without a full stop, of several with one', () => {
		expect(said).not.toHaveLength(0);
		const wrong = said.filter(([, text]) => {
			const sentences = text.split(/(?<=[.!?]) +(?=[A-Z])/);
			return text.trim() === '' || text.endsWith('.') !== sentences.length > 1;
		});
		expect(wrong).toEqual([]);
	});
});

test.each(nodes.map(({ provider, description }) => [provider, description] as const))(
	'%s: every field says what it is for, in words of its own or in those of its choices',
	(_, { properties }) => {
		const isSaid = (entry: Entry): boolean =>
			!!('description' in entry && entry.description) ||
			!!('hint' in entry && entry.hint) ||
			(entriesOf(entry).length > 0 && entriesOf(entry).every(isSaid));
		// The operations of a resource say it in its place.
		const silent = withEntries(properties)
			.filter((entry) => isField(entry) && !['hidden', 'notice'].includes(String(entry.type)))
			.filter(({ name }) => name !== 'resource' && name !== 'requestOptions')
			.filter((entry) => !isSaid(entry));
		expect(silent.map(({ name }) => name)).toEqual([]);
	},
);

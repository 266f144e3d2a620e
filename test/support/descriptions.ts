import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { PROJECT } from '../../local-n8n/project';
import type { Operation } from '../../nodes/shared/description/operation';

/** What stands in a list: fields of a collection, or choices. */
export type Entry = INodeProperties | INodePropertyOptions | INodePropertyCollection;

export const manifest = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
};

/** The class of a file that `package.json` names in the build's folder. */
function instanceOf<T>(builtFile: string): T {
	const source = join(PROJECT, builtFile.replace(/^dist\//, '').replace(/\.js$/, ''));
	const exported = jest.requireActual<Record<string, new () => T>>(source);
	return new exported[basename(builtFile).split('.')[0]]();
}

/** The nodes that the package registers, as their classes describe them. */
export const nodes = manifest.n8n.nodes.map((file) => ({
	/** The folder in `nodes` and in `test`. */
	provider: basename(file, '.node.js'),
	description: instanceOf<INodeType>(file).description,
}));

export const credentials = manifest.n8n.credentials.map((file) =>
	instanceOf<ICredentialType>(file),
);

/** The files that ought to be registered. */
export const sources = {
	nodes: readdirSync(join(PROJECT, 'nodes'))
		.map((folder) => `nodes/${folder}/${folder}.node.ts`)
		.filter((file) => existsSync(join(PROJECT, file))),
	credentials: readdirSync(join(PROJECT, 'credentials')).map((file) => `credentials/${file}`),
};

export const entriesOf = (entry: Entry): Entry[] => {
	if ('values' in entry) return entry.values;
	return 'options' in entry ? (entry.options ?? []) : [];
};

/** All fields and choices within these ones, and they themselves. */
export const withEntries = (entries: Entry[]): Entry[] =>
	entries.flatMap((entry) => [entry, ...withEntries(entriesOf(entry))]);

/** Whether it is a field, and no choice of one. */
export const isField = (entry: Entry): entry is INodeProperties => 'type' in entry;

const choicesOf = (field: INodeProperties) => (field.options ?? []) as INodePropertyOptions[];

const fieldsNamed = ({ properties }: INodeTypeDescription, name: string) =>
	properties.filter((field) => field.name === name);

/** An operation, as the description of its node has it. */
export interface DescribedOperation {
	provider: string;
	description: INodeTypeDescription;
	resource: INodePropertyOptions;
	operation: INodePropertyOptions;
	/** Such as `TencentCloudOcr/text/generalAccurate`. */
	path: string;
}

export const operations: DescribedOperation[] = nodes.flatMap(({ provider, description }) =>
	fieldsNamed(description, 'resource')
		.flatMap(choicesOf)
		.flatMap((resource) =>
			fieldsNamed(description, 'operation')
				.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource.value))
				.flatMap(choicesOf)
				.map((operation) => {
					const path = [provider, resource.value, operation.value].join('/');
					return { provider, description, resource, operation, path };
				}),
		),
);

/** The file of an operation, or its entry in the table of its resource. */
export function sourceOf({ provider, resource, operation }: DescribedOperation): Operation {
	const folder = join(PROJECT, 'nodes', provider, 'operations', `${resource.value}`);
	if (existsSync(join(folder, 'index.ts'))) {
		const { operations: own } = jest.requireActual<{ operations: Operation[] }>(folder);
		return own.find(({ option }) => option.value === operation.value)!;
	}
	const file = join(folder, `${operation.value}`);
	const exported = jest.requireActual<Record<string, Operation>>(file);
	return exported[String(operation.value)];
}

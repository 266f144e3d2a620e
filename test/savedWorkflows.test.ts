/*
 * A difference to the snapshot of this test breaks saved workflows. n8n stores the names and values of
 * nodes, credentials, resources, operations, parameters and choices, and leaves out what is as by
 * default: a name that changes loses what users entered, a default that changes does something else in
 * workflows that exist. So add, but do not rename, remove, or change a default; where that must be,
 * make a new version of the node. Labels and descriptions are not here: they may change at any time.
 * A difference in order alone comes from them, and breaks nothing.
 *
 * When the change is meant: `npx jest test/savedWorkflows.test.ts --update-snapshot`. In CI Jest writes
 * no snapshot, so one that is missing fails there, as one that differs does everywhere.
 */
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import type { Entry } from './support/descriptions';
import { credentials, entriesOf, isField, manifest, nodes } from './support/descriptions';

const indented = (lines: string[]) => lines.map((line) => `  ${line}`);

/** A field, what it shows with, and what stands in it; or a choice. */
function linesOf(entry: Entry): string[] {
	const within = indented(entriesOf(entry).flatMap(linesOf));
	if (isField(entry)) return [fieldLine(entry), ...indented(conditions(entry)), ...within];
	return 'value' in entry ? [JSON.stringify(entry.value)] : [entry.name, ...within];
}

function fieldLine({
	name,
	type,
	typeOptions,
	default: standard,
	noDataExpression,
}: INodeProperties) {
	const line = `${name}: ${type}${typeOptions?.multipleValues ? '[]' : ''} = ${JSON.stringify(standard)}`;
	return noDataExpression ? `${line}, no expression` : line;
}

const conditions = ({ displayOptions = {} }: INodeProperties): string[] =>
	Object.entries(displayOptions).flatMap(([way, fields]) =>
		Object.entries(fields as object).map(
			([name, values]) =>
				`(${way === 'show' ? 'shown' : 'hidden'} with ${name}: ${(values as unknown[]).map((each) => JSON.stringify(each)).join(', ')})`,
		),
	);

test('nodes and credentials keep what n8n stores of them', () => {
	const lines = [
		...nodes.flatMap(({ description }) => nodeLines(description)),
		...credentials.flatMap(({ name, properties }) => [
			`credential ${name}`,
			...indented(properties.flatMap(linesOf)),
		]),
	];
	expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
});

function nodeLines({
	name,
	version,
	inputs,
	outputs,
	usableAsTool,
	...more
}: INodeTypeDescription) {
	const { credentials: used = [], properties } = more;
	return [
		`node ${manifest.name}.${name}, version ${JSON.stringify(version)}`,
		...indented([
			`inputs ${JSON.stringify(inputs)}, outputs ${JSON.stringify(outputs)}`,
			`tool of agents: ${!!usableAsTool}`,
			...used.map((credential) => `credential ${credential.name}`),
			...properties.flatMap(linesOf),
		]),
	];
}

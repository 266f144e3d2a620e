import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from './operation';

/** A field, and the operations that have it, by resource. */
interface Owned {
	field: INodeProperties;
	owners: Map<Resource, string[]>;
}

/**
 * The fields of all operations, each once, in an order that keeps the order of every operation. n8n
 * evaluates each property of a node for each item, shown or not, so a repeated field costs time.
 */
export function mergedFields(resources: Resource[]): INodeProperties[] {
	const merged: Owned[] = [];
	for (const resource of resources) {
		for (const { option, fields } of resource.operations) {
			// From the last one to the first: a new field comes right before the one that follows it.
			let next = merged.length;
			for (const field of fields.toReversed()) {
				const known = merged.findIndex((owned) => owned.field === field);
				if (known < 0) merged.splice(next, 0, { field, owners: new Map() });
				else next = known;
				const { owners } = merged[next];
				owners.set(resource, [...(owners.get(resource) ?? []), option.value]);
			}
		}
	}
	return inOrderOfAll(merged, resources).flatMap(shownForOwners);
}

/** Moves fields behind those that come before them in any operation; the others keep their order. */
function inOrderOfAll(merged: Owned[], resources: Resource[]): Owned[] {
	const before = new Map(merged.map(({ field }) => [field, new Set<INodeProperties>()]));
	for (const { fields } of resources.flatMap(({ operations }) => operations)) {
		for (const [index, field] of fields.entries()) {
			if (index > 0) before.get(field)!.add(fields[index - 1]);
		}
	}
	const rest = [...merged];
	const placed = new Set<INodeProperties>();
	const ordered: Owned[] = [];
	while (rest.length > 0) {
		const isNext = ({ field }: Owned) => [...before.get(field)!].every((each) => placed.has(each));
		// Two operations that contradict each other keep what they have.
		const [next] = rest.splice(Math.max(0, rest.findIndex(isNext)), 1);
		placed.add(next.field);
		ordered.push(next);
	}
	return ordered;
}

/** A field with the condition that one of its operations is chosen. */
function shownForOwners({ field, owners }: Owned): INodeProperties[] {
	const operations = [...new Set([...owners.values()].flat())];
	const isPrecise = [...owners].every(([resource, own]) =>
		resource.operations.every(
			({ option }) => own.includes(option.value) || !operations.includes(option.value),
		),
	);
	if (isPrecise) return [shownFor(field, [...owners.keys()], operations)];
	return [...owners].map(([resource, own]) => shownFor(field, [resource], own));
}

const shownFor = (
	field: INodeProperties,
	resources: Resource[],
	operation: string[],
): INodeProperties => ({
	...field,
	displayOptions: {
		...field.displayOptions,
		show: {
			resource: resources.map(({ value }) => value),
			operation,
			...field.displayOptions?.show,
		},
	},
});

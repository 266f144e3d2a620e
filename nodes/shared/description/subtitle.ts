import type { Resource } from './operation';

/** The expression for what stands below a node's name on the canvas: the subtitle of its operation. */
export function subtitleOf(resources: Resource[]): string {
	const subtitles = resources.flatMap(({ value, operations }) =>
		operations.map(({ option, subtitle }) => [`${value}:${option.value}`, subtitle]),
	);
	// Not nested: two braces would end the expression.
	const table = JSON.stringify(Object.fromEntries(subtitles));
	return `={{ (${table})[$parameter.resource + ":" + $parameter.operation] }}`;
}

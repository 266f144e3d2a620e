import type { INodeProperties } from 'n8n-workflow';

export const keepDuplicates: INodeProperties = {
	displayName: 'Keep Duplicates',
	name: 'keepDuplicates',
	type: 'boolean',
	default: true,
	description:
		"Whether to keep lines that the segments' overlap repeats. If off, a line with the same text in nearly the same place as an earlier one is left out.",
};

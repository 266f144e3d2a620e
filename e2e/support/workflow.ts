import type { NodeJson } from '../../local-n8n/chain';

/** Reads a file into the field `data`. */
export const readFile = (path: string): NodeJson => ({
	name: 'Read',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1.1,
	parameters: { operation: 'read', fileSelector: path, options: {} },
});

/** The texts of the error that stopped a run as one, as n8n shows them below each other. */
export const wordsOf = ({
	message,
	description,
}: {
	message: string;
	description?: string | null;
}) => [message, description].filter(Boolean).join('. ');

/** Gives an item with a field `url` for each address. */
export const urls = (addresses: string[]): NodeJson[] => [
	{
		name: 'Addresses',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: JSON.stringify({ url: addresses }), options: {} },
	},
	{
		name: 'Split',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'url', options: {} },
	},
];

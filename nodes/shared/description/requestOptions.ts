import type { INodeProperties, NodeHint } from 'n8n-workflow';

const field: Pick<INodeProperties, 'displayName' | 'name'> = {
	displayName: 'Request Options',
	name: 'requestOptions',
};

/**
 * n8n's own Request Options, with batching on by default. Without batching, n8n evaluates the
 * parameters of all items in one go, some milliseconds per item, and does not respond meanwhile.
 *
 * n8n replaces the first field of this name with its own. The second one, which the editor does not
 * show, gives that field another default. The editor stores only the values that differ from n8n's
 * own 50 items and 1000 ms. The default here must therefore use neither number, or the stored value
 * would be read as another one. Batching that was just added is stored as empty and gets n8n's
 * numbers.
 */
export const requestOptions: INodeProperties[] = [
	{ ...field, type: 'collection', default: {} },
	{
		...field,
		type: 'hidden',
		displayOptions: {
			hide: { '/requestOptions.batching.batch': [{ _cnd: { eq: {} as never } }] },
		},
		default: { batching: { batch: { batchSize: 10, batchInterval: 2 } } },
	},
];

/** For workflows in which the batching was removed. */
export const batchingHint: NodeHint = {
	message:
		'Without batching, n8n does not respond while it evaluates the parameters of all these items. Add Batching under Settings > Request Options, for example 10 items per batch and an interval of 2 ms.',
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'always',
	displayCondition:
		'={{ !($parameter.requestOptions?.batching?.batch?.batchInterval > 0) && $input.all().length >= 1000 }}',
};

import type { INodeProperties, NodeHint } from 'n8n-workflow';

const field: Pick<INodeProperties, 'displayName' | 'name'> = {
	displayName: 'Request Options',
	name: 'requestOptions',
};

/**
 * n8n's own Request Options, with its batching on by default. Without batching, n8n evaluates the
 * parameters of all items in one go, some milliseconds per item, and answers nobody meanwhile.
 *
 * n8n puts its field in the place of the first one of this name. The second one, which the editor
 * does not show, gives it another default. Of n8n's field the editor stores only what differs from
 * that field's own 50 items and 1000 ms, so the default must have neither, or it would not be read
 * as it was stored. A batching that was just added is stored as empty: it gets n8n's numbers.
 */
export const requestOptions: INodeProperties[] = [
	{ ...field, type: 'collection', default: {} },
	{
		...field,
		type: 'hidden',
		displayOptions: {
			hide: { '/requestOptions.batching.batch': [{ _cnd: { eq: {} as never } }] },
		},
		default: { batching: { batch: { batchSize: 25, batchInterval: 5 } } },
	},
];

/** For workflows in which the batching was removed. */
export const batchingHint: NodeHint = {
	message:
		'Without batching, n8n stands still while it evaluates the parameters of all these items. Add Batching under Settings > Request Options, for example 25 items per batch and an interval of 5 ms.',
	type: 'warning',
	location: 'outputPane',
	whenToDisplay: 'always',
	displayCondition:
		'={{ !($parameter.requestOptions?.batching?.batch?.batchInterval > 0) && $input.all().length >= 1000 }}',
};

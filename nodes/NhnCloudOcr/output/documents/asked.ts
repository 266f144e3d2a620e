import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

/** What an operation asks besides a file. */
export interface Asked {
	/** The fields in which the user enters it. */
	fields: INodeProperties[];
	/** Those that are seldom used: they are in the field Options. */
	options?: INodeProperties[];
	/**
	 * The values of the current item.
	 *
	 * @throws Failure when one is missing, or is not as the provider documents it
	 */
	read(this: void, context: IExecuteSingleFunctions): Values;
}

export interface Values {
	/** By the provider's parameter names. */
	values: Record<string, string>;
	/** Those of them that are sent as they are; with the envelope, the others are encrypted. */
	plain?: string[];
	/** Those of them that stand in front of the row. */
	shown?: string[];
	/** Headers of the request. */
	headers?: Record<string, string>;
}

import type {
	DeclarativeRestApiSettings,
	INodeProperties,
	INodePropertyOptions,
	PostReceiveAction,
} from 'n8n-workflow';

import type { OcrOperation } from '../engine/ocrOperation';

/** One operation of a node: what the editor shows of it, and what happens to its items. */
export interface Operation extends OcrOperation {
	/** Its entry in the list of operations, and in the nodes panel. */
	option: Required<Pick<INodePropertyOptions, 'name' | 'action' | 'description'>> & {
		value: string;
	};
	/** What its requests have in common. */
	request: DeclarativeRestApiSettings.HttpRequestOptions;
	/**
	 * Its fields in the order in which the editor shows them, without conditions on the operation. What
	 * operations share must be the same object: n8n then evaluates it once per item.
	 */
	fields: INodeProperties[];
	/** Sees every response, whatever its HTTP status, and throws a `Failure` for one that is an error. */
	checkResponse: PostReceiveAction;
}

/** A kind of thing that a node reads, and what it does with it. */
export interface Resource {
	name: string;
	value: string;
	/** The first one is the default. */
	operations: Operation[];
}

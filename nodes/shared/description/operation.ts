import type {
	DeclarativeRestApiSettings,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { OcrOperation } from '../engine/ocrOperation';

/** One operation of a node: its entry and fields in the editor, its requests and its items. */
export interface Operation extends OcrOperation {
	/** Its entry in the list of operations, and in the nodes panel. */
	option: Required<Pick<INodePropertyOptions, 'name' | 'action' | 'description'>> & {
		value: string;
	};
	/** What stands below the node's name on the canvas, such as `Extract Text`. */
	subtitle: string;
	/** The settings that all its requests share. */
	request: DeclarativeRestApiSettings.HttpRequestOptions;
	/**
	 * Its fields in the order in which the editor shows them, without conditions on the operation. A
	 * field that operations share must be the same object, so that n8n evaluates it only once per
	 * item.
	 */
	fields: INodeProperties[];
}

/** What the entry of a catalogue says of its operation. */
export interface OperationEntry {
	/** In saved workflows: made of the provider's name of the API. */
	value: string;
	/** In the list of operations. */
	name: string;
	/** In the nodes panel. */
	action: string;
	/** What it reads, and which files. */
	description: string;
	/** What stands below the node's name on the canvas. */
	subtitle: string;
}

/** Something that a node reads, such as a card, and the operations on it. */
export interface Resource {
	name: string;
	value: string;
	operations: Operation[];
	/** The one that a new node has; the first one if not set. */
	defaultOperation?: string;
}

import type { OperationEntry } from '../../../shared/description/operation';
import type { ValueFields } from '../../../shared/output/documents/normalized';
import type { FileRules } from '../../fileRules';
import type { Site } from '../../site';

/** How a response is built. */
export type Shape =
	/** The fields of one document, beside `RequestId`. */
	| 'fields'
	/** `StructuralList[].Groups[].Lines[]`, each with a key and a value. */
	| 'structured'
	/** `TableDetections[].Cells[]`, or `TextDetections[]` of one table. */
	| 'cells'
	/** `MixedInvoiceItems[].SingleInvoiceInfos`, which has one invoice. */
	| 'invoices';

/** An action that reads a kind of document, as the provider's catalogue has it. */
export interface DocumentAction extends Partial<ValueFields> {
	/** The provider's name of the action. */
	api: string;
	/** Where it is offered. */
	sites: readonly Site[];
	files: FileRules;
	/** The documented limit of an account; none if the provider documents none. */
	requestsPerSecond?: number;
	shape: Shape;
	/**
	 * The documented fields in their order, without pictures, warnings and `RequestId`. `a.b` is the
	 * `b` of `a`, or of each element of the list `a`, and becomes the column `a_b`.
	 */
	fields: string;
	/** The fields that hold warning codes: they become the columns `valid` and `warnings`. */
	warnings?: string;
	/** The list of all documents in the picture, each with these fields; they tell only the first one. */
	list?: string;
	/** The field that holds the confidence, 0..100: it becomes the column `confidence`, 0..1. */
	confidence?: string;
	/** Parameters that are sent with every request. */
	parameters?: Record<string, string | boolean>;
}

/** An action with an operation of its own: all that the operation is made of. */
export interface DocumentEntry extends DocumentAction, OperationEntry {
	/** Whether an account gets it only on request. */
	isOnRequest?: boolean;
}

import type { IDataObject } from 'n8n-workflow';

import type { OperationEntry } from '../../../shared/description/operation';
import type { ValueFields } from '../../../shared/output/documents/normalized';
import type { Asked } from './asked';

/** A document type of the provider's catalogue: all that its operation is made of. */
export interface DocumentEntry extends OperationEntry {
	/** Its path behind the app key. */
	url: string;
	/** The files that it accepts; missing if it reads none. */
	accepts?: 'pictures' | 'pictures and PDFs';
	/**
	 * For the API with the envelope (v2.0, v2.1): whose public key encrypts, as the provider names it.
	 * The others are those of the plain API (v1.0, v1.1).
	 */
	publicKey?: 'credit-card' | 'id-card';
	/** What it is asked besides a file. */
	asks?: Asked;
	/** The column that names the kind of document. */
	kind?: string;
	/** The names of the fields in the documented order; by the kind of document if it has one. */
	fields: string | Record<string, string>;
	/** Whether the fields are a list, `keyValues`, of `{ key, value, conf }`. */
	isKeyValues?: boolean;
	/** What is documented of each field. */
	measured?: 'confidence' | 'confidence box';
	/** Which fields are dates. */
	values?: ValueFields;
	/** The names of what is said of the file. */
	about?: string;
	/** Where the response is encrypted: `a.b` is the `b` of `a`, or of each element of the list `a`. */
	sealed?: string;
	/** Whether the response has a Request-Key, in a header of this name. */
	hasRequestKey?: boolean;
	/** Columns behind the fields that the node makes of them. */
	also?: (fields: IDataObject) => IDataObject;
	/** The result code of a file in which there is no such document. */
	noneFound?: string;
}

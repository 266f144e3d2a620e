import type { OperationEntry } from '../../../shared/description/operation';
import type { SumFields } from '../../../shared/output/documents/sums';
import type { Country } from '../../../shared/output/documents/values/countries';
import type { Numbering } from '../../errors';

/** How the data of a response is built. */
export type Shape =
	/** A document, or a list of documents: `{ type, info }`. */
	| 'documents'
	/** An object with a list of documents per type; what is not one is a page that was not read. */
	| 'profile'
	/** A list of pages, each with its kind: `{ id, label, image }`. */
	| 'labels'
	/** Tables: lists of rows of cells, alone or as the `json` of a page. */
	| 'tables';

/** What a type of document has, in the order of the provider's page. */
export interface DocumentType {
	/**
	 * Names without those of pictures. `a.b` is the `b` of each element of the list `a`, and becomes
	 * the column `a_b`. `info_x` is an `x` whose name is that of another column of the row.
	 */
	fields: string;
	/** What the page documents of each field: nothing, its confidence, its box, and its page. */
	measured?: 'confidence' | 'confidence box' | 'confidence box page';
	/**
	 * The cells of its line items, by the path of their list. Cells have a label, or stand in this
	 * order. `a.b` is as in `fields`.
	 */
	lists?: Record<string, string>;
	/** The columns that are dates, and those that are printed numbers; also those of line items. */
	dates?: string;
	amounts?: string;
	/** Where the sums of an invoice are. */
	sums?: SumFields;
}

/** A document type of the provider's catalogue: all that its operation is made of. */
export interface DocumentEntry extends OperationEntry {
	url: string;
	/** The page of the provider's documentation, without `https://docs.computervision.com.vn/v2/ocr/`. */
	page: string;
	/** Whether the page shows only the demo host. */
	isDemo?: boolean;
	/** What it accepts. */
	accepts: 'pictures' | 'pictures and PDFs' | 'XML';
	shape: Shape;
	/** By the provider's name. */
	types: Record<string, DocumentType>;
	/** The types of `documentTypes.ts` that it reads as well. */
	cardTypes?: string;
	/** Whose rules dates and amounts follow; those of Vietnam if it does not say. */
	country?: Country;
	/** Whether each element of the response is a page. */
	isPerPage?: boolean;
	/** Names beside `type` and `info`. */
	beside?: string;
	/** Whether the page documents a verdict on the picture. */
	hasVerdict?: boolean;
	/** Whether addresses have parts as fields of their own. */
	hasParts?: boolean;
	/** How the page numbers the errors; as for cards if it does not say. */
	numbering?: Numbering;
}

/** Whether an operation reads documents with line items. */
export const hasLineItems = ({ types }: DocumentEntry): boolean =>
	Object.values(types).some(({ lists }) => lists !== undefined);

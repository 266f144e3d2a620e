import type { IDataObject } from 'n8n-workflow';

import { namesIn } from '../../../shared/output/documents/namesIn';
import type { DocumentAction, Shape } from './documentEntry';

/** The lists that a shape has, of which one is enough. */
const LISTS: Record<Exclude<Shape, 'fields'>, string[]> = {
	structured: ['StructuralList'],
	cells: ['TableDetections', 'TextDetections'],
	invoices: ['MixedInvoiceItems'],
};

/** Whether a `Response` is built as an action documents it: it may still have nothing that was read. */
export function isShaped(said: IDataObject, { shape, fields, warnings }: DocumentAction): boolean {
	if (shape !== 'fields') {
		return LISTS[shape].some((name) => Array.isArray(said[name]) || said[name] === null);
	}
	const names = namesIn(`${fields} ${warnings ?? ''}`).map((path) => path.split('.')[0]);
	return names.some((name) => Object.hasOwn(said, name));
}

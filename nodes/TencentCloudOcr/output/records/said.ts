import type { IDataObject } from 'n8n-workflow';

import type { OcrResponse } from '../../../shared/engine/ocrOperation';
import { isObject } from '../../../shared/output/values';

/** What a response to a page says; nothing for a page without text. */
export function saidOn({ body }: OcrResponse): IDataObject {
	const { Response: said } = body;
	return isObject(said) && !('Error' in said) ? said : {};
}

/** The columns that say which page of a PDF a row is about; none for a picture. */
export const pageColumns = ({ page, pages }: OcrResponse): IDataObject =>
	page === undefined ? {} : { page, pages };

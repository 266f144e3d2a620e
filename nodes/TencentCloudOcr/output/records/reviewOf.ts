import type { IDataObject } from 'n8n-workflow';

import type { ReviewColumns } from '../../../shared/output/documents/review';
import { reviewColumns } from '../../../shared/output/documents/review';
import type { SumChecks } from '../../../shared/output/documents/sums';

/**
 * Whether a person should look at a row's document, by its columns.
 *
 * @param below the lowest confidence that needs no review, 0..1
 * @param measured the name of what its confidence is that of
 */
export const reviewOf = (
	{ confidence, valid, warnings, status }: IDataObject,
	below: number,
	{ checks, measured = 'The document' }: { checks?: SumChecks; measured?: string } = {},
): ReviewColumns =>
	reviewColumns({
		...{ below, checks, valid },
		confidences: [[measured, confidence]],
		warnings: [warnings ?? notValid(valid), unreadStatus(status)],
	});

const notValid = (valid: unknown): string | undefined =>
	valid === false ? 'Tencent Cloud says that the document is not valid' : undefined;

/** What is said of an invoice that was not read. */
const unreadStatus = (status: unknown): string | undefined =>
	status === undefined || status === null || status === 'OK'
		? undefined
		: `Tencent Cloud gives the invoice the status ${String(status)}`;

import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import { withFileDetails } from '../input/fileDetails';
import type { SourceDocument } from '../input/source';
import { addInput, fromInput } from '../output/fromInput';
import { Failure } from './errors/failure';
import { toFailure } from './errors/toFailure';
import type { OcrError, OcrOperation } from './ocrOperation';
import { reusedColumn } from './reuse/reusedColumn';
import type { RunState } from './run/runState';
import { sendDocument } from './sendDocument';

/** What became of a document. */
interface Outcome {
	rows: INodeExecutionData[];
	errors: OcrError[];
}

/** Sends the requests of a document, and turns their responses into rows. */
export async function readDocument(
	{ context, source }: SourceDocument<IExecutePaginationFunctions>,
	operation: OcrOperation,
	routing: DeclarativeRestApiSettings.ResultOptions,
	run: RunState,
	mostRows: number,
): Promise<Outcome> {
	const outcome: Outcome = { rows: [], errors: [] };
	try {
		const inputOf = fromInput(context, source);
		const asked = withFileDetails(context, source, operation);
		const { responses, errors } = await sendDocument(context, asked, routing, run);
		outcome.errors = errors;
		const rows = responses.length > 0 ? await operation.items.call(context, responses) : [];
		checkCount(rows.length, mostRows);
		// A response that is a row stays as it is.
		const raw = new Set(responses.map(({ body }) => body));
		const input = inputOf();
		const reused = reusedColumn(responses);
		for (const row of rows) if (!raw.has(row.json)) addInput(row, input, reused(row));
		outcome.rows = rows;
	} catch (error) {
		const failure = toFailure(error);
		run.onFailure(failure);
		outcome.errors.push({ failure });
	}
	for (const error of outcome.errors) error.source = source;
	return outcome;
}

function checkCount(rows: number, most: number): void {
	if (rows <= most) return;
	throw new Failure(
		'rejected',
		`The document has ${rows.toLocaleString('en')} rows, but n8n accepts at most ${most.toLocaleString('en')} per item. Set Output to Lines or Full Text, or read fewer pages at a time.`,
	);
}

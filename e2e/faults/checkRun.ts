import type { INodeExecutionData } from 'n8n-workflow';

import type { WorkflowRun } from '../../local-n8n/workflowRun';
import { wordsOf } from '../support/workflow';
import { linesOf } from './answers';
import { endsWithRows, type KindName } from './fates';
import { DOCUMENTS, type RunPlan } from './plan';
import type { StandIn } from './standIn';

/** What became of documents that met the same fault. */
export interface KindTally {
	documents: number;
	rows: number;
	billed: number;
}

/** What became of the documents of a run. */
export interface Tally {
	mode: RunPlan['mode'];
	documents: number;
	/** Requests that came whole. */
	requests: number;
	billed: number;
	rows: number;
	errors: number;
	/** Billed without rows, which the error says. */
	billedWithError: number;
	/** Billed, and its answer cannot be read, which the error says. */
	unreadable: number;
	/** Billed, and lost with the run that Stop Workflow ended. */
	lostByStop: number;
	/** Not billed, although the error says that it may be. */
	falseAlarms: number;
	/** Sent again after its answer was delivered. */
	resent: number;
	/** By fault, unless Stop Workflow ended the run. */
	kinds: Partial<Record<KindName, KindTally>>;
}

const MAY_BE_BILLED = /may already have charged/;
const UNREADABLE =
	/unknown structure|rejected the request|nested too deep|is not .*\. Check the endpoint/;

/** A sentence that says what to do, or what the code is. */
const HELPS = /\b(check|try|run this item|set|resize|turn off)\b|\((HTTP status )?[\w. ]+\)$/i;
const NONSENSE = /undefined|\[object|NaN|null|stack size|^\W*$/;

const isSentence = (text: string) => HELPS.test(text) && !NONSENSE.test(text);

/** Compares the outcomes of a run with what its stand-in has counted. */
export function checkRun(
	plan: RunPlan,
	standIn: StandIn,
	run: WorkflowRun,
): { tally: Tally; wrong: string[] } {
	const wrong: string[] = [];
	const complain = (document: number | string, what: string) =>
		wrong.push(
			`Run ${plan.number} (${plan.provider}, ${plan.mode}, ${plan.input}), document ${document}: ${what}`,
		);
	const accounts = [...standIn.accounts.values()];
	const sum = (count: (account: (typeof accounts)[number]) => number) =>
		accounts.reduce((total, account) => total + count(account), 0);
	const tally: Tally = {
		mode: plan.mode,
		documents: DOCUMENTS,
		requests: sum(({ whole }) => whole),
		billed: sum(({ billed }) => billed),
		rows: 0,
		errors: 0,
		billedWithError: 0,
		unreadable: 0,
		lostByStop: 0,
		falseAlarms: 0,
		resent: sum(({ resent }) => resent),
		kinds: {},
	};
	if (standIn.unknown > 0) complain('unknown', `${standIn.unknown} requests`);
	for (const [document, { resent, billed }] of standIn.accounts) {
		if (resent > 0) complain(document, 'sent again after its answer was delivered');
		if (billed > 1) complain(document, `billed ${billed} times`);
	}

	const documents = run.nodes.Source.main[0].map(documentOf);
	if (new Set(documents).size !== DOCUMENTS) complain('all', 'the source did not give each once');

	const ended = plan.mode === 'stopWorkflow' && run.error !== undefined;
	if (ended) {
		tally.errors = 1;
		tally.lostByStop = tally.billed;
		const words = wordsOf(run.error!);
		const document = documents[Number(run.error!.context?.itemIndex)];
		if (!isSentence(words)) complain(document, `no sentence: ${words}`);
		if (!words.includes(`document-${document}-`)) complain(document, `another name: ${words}`);
		// See below: its connection may have waited at the door.
		const wasAtDoor = standIn.shuts > 0 && MAY_BE_BILLED.test(words);
		if (endsWithRows(plan.fateOf(document)) === true && !wasAtDoor)
			complain(document, `${plan.fateOf(document).kind}: ${words}`);
		return { tally, wrong };
	}
	if (run.error) complain('all', `the run ended: ${wordsOf(run.error)}`);

	const outcomes = outcomesOf(run);
	for (const [item, document] of documents.entries()) {
		const { rows, errors } = outcomes.get(item) ?? { rows: [], errors: [] };
		const { billed = 0 } = standIn.accounts.get(document) ?? {};
		const fate = plan.fateOf(document);
		const expected = endsWithRows(fate);
		const kind = (tally.kinds[fate.kind] ??= { documents: 0, rows: 0, billed: 0 });
		kind.documents++;
		kind.rows += errors.length === 0 ? 1 : 0;
		kind.billed += billed;
		if (errors.length > 1) complain(document, `errors: ${errors.join(' | ')}`);
		const [error] = errors;
		if (error === undefined) {
			tally.rows++;
			if (JSON.stringify(rows) !== JSON.stringify(linesOf(document)))
				complain(document, `${fate.kind}: rows ${JSON.stringify(rows).slice(0, 200)}`);
			if (billed !== 1) complain(document, `rows, and billed ${billed} times`);
			if (expected === false) complain(document, `${fate.kind}: rows`);
			continue;
		}
		tally.errors++;
		if (rows.length > 0) complain(document, `rows and an error: ${error}`);
		if (!isSentence(error)) complain(document, `${fate.kind}: no sentence: ${error}`);
		if (!error.includes(`document-${document}-`)) complain(document, `another name: ${error}`);
		// The connections that waited at a door when it was shut are reset: nobody has read their requests.
		const wasAtDoor = standIn.shuts > 0 && billed === 0 && MAY_BE_BILLED.test(error);
		if (expected === true && !wasAtDoor)
			complain(document, `${fate.kind} (${fate.times}): ${error}`);
		if (billed === 0) tally.falseAlarms += MAY_BE_BILLED.test(error) ? 1 : 0;
		else if (MAY_BE_BILLED.test(error)) tally.billedWithError++;
		else if (UNREADABLE.test(error)) tally.unreadable++;
		else complain(document, `${fate.kind}: billed, which the error does not say: ${error}`);
	}
	for (const item of outcomes.keys())
		if (item >= documents.length) complain(item, 'no such document');
	const accounted = tally.rows + tally.billedWithError + tally.unreadable;
	if (accounted !== tally.billed) complain('all', `billed ${tally.billed}, seen ${accounted}`);
	return { tally, wrong };
}

const documentOf = ({ json, binary }: INodeExecutionData): number =>
	Number(/document-(\d+)-/.exec(JSON.stringify([json, binary?.data?.fileName]))?.[1]);

/** The rows and errors of a run by the input item that they are paired with; -1 for none. */
function outcomesOf(run: WorkflowRun) {
	const outcomes = new Map<number, { rows: unknown[]; errors: string[] }>();
	for (const { json, pairedItem } of run.nodes.OCR.main.flat()) {
		const item =
			typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : Infinity;
		const outcome = outcomes.get(item) ?? { rows: [], errors: [] };
		outcomes.set(item, outcome);
		if (json.error === undefined) outcome.rows.push(json.text);
		else outcome.errors.push(String(json.error));
	}
	return outcomes;
}

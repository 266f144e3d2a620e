import type { IExecuteData, IExecuteSingleFunctions } from 'n8n-workflow';

import type { Failure } from '../errors/failure';
import { notSent } from '../errors/notSent';
import { hashOf } from '../hashOf';
import type { Account, OcrOperation, RequestLimit } from '../ocrOperation';
import { RequestQueue } from '../queue/requestQueue';
import type { RateLimiter } from '../rate/rateLimiter';
import { rateLimiterOf } from '../rate/rateLimiters';
import { RETRY_POLICY } from '../retry/retryPolicy';
import { RunAnswers } from '../reuse/runAnswers';
import { CallWatch } from './callWatch';
import { RequestBudget } from './requestBudget';
import type { RunOptions } from './runOptions';
import { runOptions } from './runOptions';

type RunOperation = Pick<OcrOperation, 'account' | 'requestsPerSecond'>;

/** The endpoint of a run's requests, and what limits their rate. */
export interface RunAccount {
	endpoint: string;
	/** What limits the rate of a request: a limit of its own, or that of the account. */
	limiterOf: (limit?: RequestLimit) => RateLimiter;
	/**
	 * A hash of the endpoint and the whole credential: who has the account's public key, but not its
	 * secret one, has another signature.
	 */
	signature: string;
}

/** What the items of one node execution share. */
export class RunState {
	readonly queue: RequestQueue;
	/** The calls that n8n makes for its items. */
	readonly calls: CallWatch;
	readonly answers = new RunAnswers();
	readonly budget: RequestBudget;
	/** The tickets of requests that were accepted, and whose results nobody has. */
	readonly tickets = new Set<string>();
	/** That of the option, which replaces every documented one. */
	private readonly requestsPerSecond?: number;
	private readonly continueOnFail: boolean;
	private knownAccount?: Promise<RunAccount>;
	/** Whether a gateway, not the provider, rejected the last request; true before the first response. */
	private isForbidden = true;
	/** Items that share a request report the same one. */
	private readonly failures = new WeakSet<Failure>();

	constructor(
		private readonly context: IExecuteSingleFunctions,
		private readonly operation: RunOperation,
	) {
		this.continueOnFail = context.continueOnFail();
		const { options, refusal } = checkedOptions(context);
		this.requestsPerSecond = options.requestsPerSecond;
		this.queue = new RequestQueue(options.maxConcurrent);
		this.budget = new RequestBudget(options.mostRequests);
		if (refusal) this.queue.close(refusal);
		this.abortOnCancel(context.getExecutionCancelSignal());
		this.calls = new CallWatch(context, () => {
			if (this.continueOnFail) return;
			this.queue.abort(notSent('the parameters of a later item are not valid.'));
		});
	}

	/** Reads the credential once for all items. */
	async account(): Promise<RunAccount> {
		return await (this.knownAccount ??= this.readAccount());
	}

	/** A request got its response. */
	onResponse(): void {
		this.isForbidden = false;
	}

	/** A request failed for good: stops the run if further requests would fail too, or are not wanted. */
	onFailure(failure: Failure): void {
		if (this.failures.has(failure)) return;
		this.failures.add(failure);
		const { kind, message, details } = failure;
		const reason = notSent(`an earlier request failed: ${message}`);
		const endsRun =
			RETRY_POLICY[kind].fails === 'run' || (kind === 'forbidden' && this.isForbidden);
		// Then the requests under way are no failures: they are paid, and may be remembered.
		const isUnsent = kind === 'capped' || kind === 'notSent';
		if (this.continueOnFail ? endsRun : isUnsent) this.queue.close(reason);
		else if (!this.continueOnFail) this.queue.abort(reason);
		if (kind === 'forbidden') this.isForbidden = true;
		else if (details.response) this.isForbidden = false;
	}

	private async readAccount(): Promise<RunAccount> {
		const account = await this.operation.account.call(this.context);
		const { endpoint, credential } = account;
		const signature = hashOf([endpoint, credential]);
		return { endpoint, limiterOf: this.limitersOf(account), signature };
	}

	private limitersOf({ endpoint, id }: Account): RunAccount['limiterOf'] {
		const known = new Map<string, RateLimiter>();
		const ofAccount: RequestLimit = {
			name: '',
			requestsPerSecond: this.operation.requestsPerSecond,
		};
		return ({ name, requestsPerSecond } = ofAccount) => {
			const limit = this.requestsPerSecond ?? requestsPerSecond;
			const own = name === '' ? id : `${id} ${name}`;
			const limiter = known.get(name) ?? rateLimiterOf({ endpoint, id: own }, limit);
			known.set(name, limiter);
			return limiter;
		};
	}

	private abortOnCancel(signal?: AbortSignal): void {
		const cancel = () => this.queue.abort(notSent('the execution was canceled.'));
		if (signal?.aborted) cancel();
		signal?.addEventListener('abort', cancel, { once: true });
	}
}

function checkedOptions(context: IExecuteSingleFunctions): {
	options: RunOptions;
	refusal?: Failure;
} {
	try {
		return { options: runOptions(context) };
	} catch (error) {
		return { options: { maxConcurrent: 1 }, refusal: error as Failure };
	}
}

/** All items of a run have one IExecuteData; n8n's Retry On Fail runs it again. */
const runs = new WeakMap<IExecuteData, RunState>();

/** The state of the run that an item belongs to. */
export function runState(context: IExecuteSingleFunctions, operation: RunOperation): RunState {
	const executeData = context.getExecuteData();
	const item = context.getItemIndex();
	let run = runs.get(executeData);
	// Items come in order: an item that does not follow the last one starts a new try of the node.
	if (!run || item <= run.calls.last) {
		run = new RunState(context, operation);
		runs.set(executeData, run);
	}
	run.calls.called(item);
	return run;
}

import { parse } from 'flatted';
import type { ExecutionStatus, INodeExecutionData, ITaskData } from 'n8n-workflow';

/** How a run of a workflow went. */
export interface WorkflowRun {
	executionId: string;
	workflowId: string;
	status: ExecutionStatus;
	/** What stopped the run, if anything did. */
	error?: RunError;
	/** Every node that ran, by its name. */
	nodes: Record<string, NodeRun>;
}

export interface NodeRun {
	/** Items by output. In a loop, those of all rounds in order. */
	main: INodeExecutionData[][];
	/** How long it took, all rounds together. */
	milliseconds: number;
	/** What stopped the node. With On Error set to Continue look at the items instead. */
	error?: RunError;
}

/** An error as n8n stores it. */
export interface RunError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context?: Record<string, unknown>;
	node?: { name: string };
	stack?: string;
}

/** An execution as n8n's REST API gives it. */
export interface Execution {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	/** What happened, in flatted's notation. */
	data: string;
}

/** Reads a run out of what n8n's REST API gives. */
export function workflowRunOf({ id, workflowId, status, data }: Execution): WorkflowRun {
	const { resultData } = parse(data) as { resultData: ResultData };
	const nodes = Object.entries(resultData.runData).map(
		([name, rounds]) => [name, nodeRunOf(rounds)] as const,
	);
	return {
		executionId: id,
		workflowId,
		status,
		error: resultData.error,
		nodes: Object.fromEntries(nodes),
	};
}

interface ResultData {
	error?: RunError;
	runData: Record<string, ITaskData[]>;
}

function nodeRunOf(rounds: ITaskData[]): NodeRun {
	const main: INodeExecutionData[][] = [];
	for (const { data } of rounds) {
		for (const [output, items] of (data?.main ?? []).entries()) {
			(main[output] ??= []).push(...(items ?? []));
		}
	}
	return {
		main,
		milliseconds: rounds.reduce((sum, { executionTime }) => sum + executionTime, 0),
		error: rounds.find(({ error }) => error)?.error,
	};
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';

import type { N8nRest } from './rest';
import { workflowRunOf, type Execution, type WorkflowRun } from './workflowRun';

/** A workflow as it is exported from n8n's editor. */
export interface WorkflowJson {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

const UNFINISHED = ['new', 'running', 'waiting'];

/** Keeps workflows in an n8n and runs them. */
export class Workflows {
	constructor(private readonly rest: N8nRest) {}

	/** The id of the workflow of a name, if there is one. */
	async idOf(name: string): Promise<string | undefined> {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const found = await this.rest.request<Named[]>('GET', `/workflows?filter=${filter}`);
		return found.find((workflow) => workflow.name === name)?.id;
	}

	/** Saves a workflow in place of the one of the same name, or as a new one; gives its id. */
	async save(workflow: WorkflowJson): Promise<string> {
		const same = await this.idOf(workflow.name);
		const body = { settings: { executionOrder: 'v1' }, ...workflow };
		const { id } = same
			? await this.rest.request<Named>('PATCH', `/workflows/${same}?forceSave=true`, body)
			: await this.rest.request<Named>('POST', '/workflows', body);
		return id;
	}

	/** Starts a saved workflow from a trigger, as the editor's button does; gives the execution's id. */
	async start(workflowId: string, triggerName: string): Promise<string> {
		const body = { triggerToStartFrom: { name: triggerName } };
		const path = `/workflows/${workflowId}/run`;
		return (await this.rest.request<{ executionId: string }>('POST', path, body)).executionId;
	}

	/** Stops an execution, as the editor's button does. */
	async stop(executionId: string): Promise<void> {
		await this.rest.request('POST', `/executions/${executionId}/stop`);
	}

	/** Whether a workflow's newest execution has ended; n8n reads nothing of its data for this. */
	async hasEnded(workflowId: string): Promise<boolean> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.rest.request<{ results: Array<Pick<Execution, 'status'>> }>(
			'GET',
			`/executions?filter=${filter}&limit=1`,
		);
		return results.length > 0 && !UNFINISHED.includes(results[0].status);
	}

	/** Waits for the end of an execution. */
	async result(executionId: string, timeoutMs = 60_000): Promise<WorkflowRun> {
		const deadline = Date.now() + timeoutMs;
		for (let delay = 25; Date.now() < deadline; delay = Math.min(delay * 1.5, 500)) {
			const execution = await this.rest.request<Execution>('GET', `/executions/${executionId}`);
			if (!UNFINISHED.includes(execution.status)) return workflowRunOf(execution);
			await sleep(delay);
		}
		throw new Error(`Execution ${executionId} did not end within ${timeoutMs / 1000} s`);
	}

	/** Saves a workflow, runs it from its first trigger to its end and gives what each node gave. */
	async run(workflow: WorkflowJson, timeoutMs?: number): Promise<WorkflowRun> {
		const trigger = workflow.nodes.find(({ type }) => type.endsWith('Trigger'));
		if (!trigger) throw new Error(`${workflow.name} has no trigger node`);
		const executionId = await this.start(await this.save(workflow), trigger.name);
		return await this.result(executionId, timeoutMs);
	}
}

interface Named {
	id: string;
	name: string;
}

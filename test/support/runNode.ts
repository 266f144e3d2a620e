import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { CredentialsHelper } from './credentials';
import { nodeTypes } from './nodeTypes';

interface NodeRun {
	type: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	items?: INodeExecutionData[];
	/** Settings of the node, such as onError and retryOnFail. */
	settings?: Partial<INode>;
}

/** What a node gave: the items of each output, or the error that stopped the workflow. */
export interface NodeResult {
	outputs: INodeExecutionData[][];
	error?: Error & { description?: string; context?: { itemIndex?: number } };
	run: IRun;
}

/** The texts of an error as one: what happened, what to do, the provider's words and its code. */
export const textOf = (error: NodeResult['error']): string =>
	[error?.message, error?.description].filter(Boolean).join('. ');

/** Runs a node in n8n-core's WorkflowExecute, behind a node with the given items. */
export function startNode({
	type,
	parameters,
	credentials,
	items = [{ json: {} }],
	settings,
}: NodeRun) {
	const [credentialType] = Object.keys(credentials);
	const base = { typeVersion: 1, position: [0, 0] as [number, number] };
	const workflow = new Workflow({
		nodes: [
			{ ...base, id: 'input', name: 'Input', type: 'test.input', parameters: {} },
			{
				...base,
				id: 'node',
				name: 'Node',
				type,
				parameters,
				credentials: { [credentialType]: { id: '1', name: 'Test' } },
				...settings,
			},
		],
		connections: { Input: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	const additionalData = {
		credentialsHelper: new CredentialsHelper(credentials[credentialType]),
		hooks: new ExecutionLifecycleHooks('manual', '1', {} as never),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		webhookWaitingBaseUrl: 'http://127.0.0.1:5678/webhook-waiting',
		formWaitingBaseUrl: 'http://127.0.0.1:5678/form-waiting',
	} as unknown as IWorkflowExecuteAdditionalData;
	const execution = new WorkflowExecute(additionalData, 'manual').run({
		workflow,
		startNode: workflow.getNode('Input')!,
		pinData: { Input: items },
	});
	const result = execution.then((run): NodeResult => {
		const [task] = run.data.resultData.runData.Node ?? [];
		return {
			outputs: (task?.data?.main ?? []).map((output) => output ?? []),
			error: task?.error as NodeResult['error'],
			run,
		};
	});
	return { result, cancel: () => execution.cancel() };
}

export const runNode = async (run: NodeRun): Promise<NodeResult> => await startNode(run).result;

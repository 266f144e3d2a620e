import { readdir } from 'node:fs/promises';

import type { INodeCredentialsDetails } from 'n8n-workflow';

import { EXAMPLES, example } from './example';
import type { WorkflowJson } from './workflows';

const OURS = /^n8n-nodes-cloud-ocr\.(.+?)(?:Tool)?$/;

/** All examples as they are shipped, by file name, with a credential selected in each of our nodes. */
export async function examplesWith(
	credentials: Record<string, INodeCredentialsDetails>,
): Promise<Map<string, WorkflowJson>> {
	const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.json')).sort();
	const examples = await Promise.all(
		files.map(async (file) => {
			const workflow = await example(file, {});
			for (const node of workflow.nodes) {
				const [, name] = OURS.exec(node.type) ?? [];
				if (!name) continue;
				const type = credentialType(name, node.parameters.authentication);
				node.credentials = { [type]: credentials[type] };
			}
			return [file, workflow] as const;
		}),
	);
	return new Map(examples);
}

function credentialType(node: string, authentication: unknown): string {
	if (node === 'computerVisionVietnam') return 'computerVisionVietnamApi';
	if (node === 'tencentCloudOcr') return 'tencentCloudApi';
	return authentication === 'userAccessKey' ? 'nhnCloudOcrOAuth2Api' : 'nhnCloudOcrApi';
}

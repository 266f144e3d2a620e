import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import type { NodeJson } from '../../local-n8n/chain';
import { chain } from '../../local-n8n/chain';
import type { Sandbox } from '../../sandbox/server';
import type { Stage } from './stage';
import { setStage, STAGE_TIMEOUT } from './stage';

type CredentialChange = Partial<ICredentialDataDecryptedObject>;

interface ProviderNode<Name extends keyof Sandbox['providers']> {
	/** Of the sandbox. */
	provider: Name;
	type: string;
	credentialType: string;
	/** The specimen account that the credential is made of. */
	account: (provider: Sandbox['providers'][Name]) => object;
	/** Parameters that every node has. */
	parameters?: INodeParameters;
}

/**
 * Sets the stage for the tests of a file about one provider, with a credential for its sandbox;
 * each test begins without faults, limits and requests.
 */
export function onStage<Name extends keyof Sandbox['providers']>(node: ProviderNode<Name>) {
	let stage: Stage;
	let credential: { id: string; name: string };
	let everyRun = '';

	beforeAll(async () => {
		stage = await setStage();
		credential = await saveCredential();
	}, STAGE_TIMEOUT);
	afterAll(async () => await stage?.stop());
	beforeEach(() => {
		stage.sandbox.faults.clear();
		stage.sandbox.limits.clear();
		stage.sandbox.requests.length = 0;
	});

	const account = () => stage.sandbox.providers[node.provider];

	async function saveCredential(change: CredentialChange = {}) {
		return await stage.n8n.credentials.save({
			name: `${node.provider} ${JSON.stringify(Object.keys(change))}`,
			type: node.credentialType,
			data: {
				...node.account(account()),
				baseUrl: 'custom',
				customBaseUrl: account().baseUrl,
				...change,
			},
		});
	}

	async function run(...nodes: NodeJson[]) {
		const result = await stage.n8n.workflows.run(chain(...nodes));
		everyRun += JSON.stringify(result);
		return result;
	}

	return {
		get n8n() {
			return stage.n8n;
		},
		get sandbox() {
			return stage.sandbox;
		},
		/** The accounts of the provider's sandbox. */
		account,
		/** The path of a sample image where workflows may read it. */
		sample: (name: string) => stage.sample(name),
		/** The address of a sample image. */
		url: (name: string) => `${stage.sandbox.url}/samples/${name}`,
		/** Saves a credential that is changed in some fields. */
		saveCredential,
		/** What n8n's Test button says of a credential that is changed in some fields. */
		async testCredential(change: CredentialChange = {}) {
			const { id } = await saveCredential(change);
			return await stage.n8n.credentials.test(id);
		},
		/** The provider's node, named OCR. */
		ocr: (parameters: INodeParameters, more: Partial<NodeJson> = {}): NodeJson => ({
			name: 'OCR',
			type: node.type,
			parameters: { ...node.parameters, ...parameters },
			credentials: { [node.credentialType]: credential },
			...more,
		}),
		run,
		/** The items of the node OCR in a run that succeeds. */
		async items(...nodes: NodeJson[]): Promise<INodeExecutionData[]> {
			const { nodes: ran, error } = await run(...nodes);
			expect(error).toBeUndefined();
			return ran.OCR.main[0];
		},
		/** What all runs so far gave, and what n8n and the sandbox have logged. */
		async everythingSaid() {
			const log = await readFile(join(stage.n8n.userFolder, 'n8n.log'), 'utf8');
			return [everyRun, log, ...stage.sandboxLog].join('\n');
		},
	};
}

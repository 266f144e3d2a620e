import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeProperties,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { ComputerVisionVietnamApi } from '../../credentials/ComputerVisionVietnamApi.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';

const types: Record<string, ICredentialType> = {
	computerVisionVietnamApi: new ComputerVisionVietnamApi(),
	tencentCloudApi: new TencentCloudApi(),
};

/** Hands out the given credential and authenticates with the credential type, as n8n's own does. */
export class CredentialsHelper extends ICredentialsHelper {
	constructor(private readonly data: ICredentialDataDecryptedObject) {
		super();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	) {
		const { authenticate } = types[typeName];
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		const resolve = (value: unknown) =>
			workflow.expression.getSimpleParameterValue(node, String(value), 'internal', {
				$credentials: credentials,
			});
		for (const [place, values] of Object.entries(authenticate?.properties ?? {})) {
			const resolved = Object.entries(values ?? {}).map(([name, value]) => [name, resolve(value)]);
			Object.assign(request, { [place]: Object.fromEntries(resolved) });
		}
		return request;
	}

	async getDecrypted() {
		return { ...this.data };
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return types[typeName].properties;
	}

	getParentTypes = () => [];
	preAuthentication = async () => undefined;
	runPreAuthentication = async () => undefined;
	isCredentialUsableByNode = () => true;
	updateCredentials = async () => {};
	updateCredentialsOauthTokenData = async () => {};
	getCredentials(): never {
		throw new Error('Not stored');
	}
}

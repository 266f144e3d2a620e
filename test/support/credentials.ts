import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeProperties,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { ComputerVisionVietnamApi } from '../../credentials/ComputerVisionVietnamApi.credentials';
import { NhnCloudOcrApi } from '../../credentials/NhnCloudOcrApi.credentials';
import { NhnCloudOcrOAuth2Api } from '../../credentials/NhnCloudOcrOAuth2Api.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';

const types: Record<string, ICredentialType> = {
	computerVisionVietnamApi: new ComputerVisionVietnamApi(),
	nhnCloudOcrApi: new NhnCloudOcrApi(),
	nhnCloudOcrOAuth2Api: new NhnCloudOcrOAuth2Api(),
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
		const places = request as unknown as Record<string, object | undefined>;
		for (const [place, values] of Object.entries(authenticate?.properties ?? {})) {
			const resolved = Object.entries(values ?? {}).map(([name, value]) => [name, resolve(value)]);
			places[place] = { ...places[place], ...Object.fromEntries(resolved) };
		}
		return request;
	}

	/** Nothing is stored here, so a credential whose token n8n would store is an error. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	) {
		const { preAuthentication, properties } = types[typeName];
		const token = properties.find(({ typeOptions }) => typeOptions?.expirable);
		if (!token || !preAuthentication || credentials[token.name] !== '') return undefined;
		const given = await preAuthentication.call(helpers, credentials);
		if (token.name in given) throw new Error('n8n would store the token');
		return undefined;
	}

	async getDecrypted() {
		return { ...this.data };
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return types[typeName].properties;
	}

	getParentTypes = () => [];
	runPreAuthentication = async () => undefined;
	isCredentialUsableByNode = () => true;
	updateCredentials = async () => {};
	updateCredentialsOauthTokenData = async () => {};
	getCredentials(): never {
		throw new Error('Not stored');
	}
}

import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';

const types: Record<string, ICredentialType> = { tencentCloudApi: new TencentCloudApi() };

/** Hands out the given credential and authenticates with the credential type, as n8n's own does. */
export class CredentialsHelper extends ICredentialsHelper {
	constructor(private readonly data: ICredentialDataDecryptedObject) {
		super();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions,
	) {
		const { authenticate } = types[typeName];
		if (typeof authenticate !== 'function') throw new Error(`${typeName} has no function`);
		return await authenticate(credentials, request);
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

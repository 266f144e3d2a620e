import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { appKeyField, hostFields } from '../nodes/NhnCloudOcr/auth/credentialFields';
import { signInWithToken } from '../nodes/NhnCloudOcr/auth/signIn';
import { bearerToken } from '../nodes/NhnCloudOcr/auth/token';

export class NhnCloudOcrOAuth2Api implements ICredentialType {
	name = 'nhnCloudOcrOAuth2Api';

	displayName = 'NHN Cloud OCR OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/nhnCloudOcr.svg',
		dark: 'file:../icons/nhnCloudOcr.dark.svg',
	};

	documentationUrl = 'https://docs.nhncloud.com/en/nhncloud/en/public-api/user-access-key-token/';

	properties: INodeProperties[] = [
		appKeyField,
		{
			displayName: 'User Access Key ID',
			name: 'userAccessKeyId',
			type: 'string',
			default: '',
			required: true,
			hint: 'Shown in the console, under API Security Settings of your account',
		},
		{
			displayName: 'Secret Access Key',
			name: 'secretAccessKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Shown only once, when you create the user access key',
		},
		...hostFields,
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: 'https://oauth.api.nhncloudservice.com/oauth2/token/create',
			required: true,
			description: 'The endpoint that issues access tokens',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** n8n calls this before each request, because the stored field for the token stays empty. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		credentials.accessToken = await bearerToken(this.helpers, credentials);
		return {};
	}

	authenticate: IAuthenticate = signInWithToken;
}

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { endpointOf } from '../../shared/credential/endpoint';

/**
 * The URL of an API version of NHN Cloud OCR, with the app key that is part of each path.
 *
 * @param version such as `v1.0`
 * @throws Failure when keys may not be sent to the credential's endpoint
 */
export function appUrl(credential: ICredentialDataDecryptedObject, version: string): string {
	const appKey = encodeURIComponent(String(credential.appKey).trim());
	return `${endpointOf(credential)}/${version}/appkeys/${appKey}`;
}

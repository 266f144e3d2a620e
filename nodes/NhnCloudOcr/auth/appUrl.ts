import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { endpointOf } from '../../shared/credential/endpoint';

/**
 * Where an API version of NHN Cloud OCR is, with the app key that stands in each path.
 *
 * @param version such as `v1.0`
 * @throws Failure when the credential's endpoint is not one that keys may be sent to
 */
export function appUrl(credential: ICredentialDataDecryptedObject, version: string): string {
	const appKey = encodeURIComponent(String(credential.appKey).trim());
	return `${endpointOf(credential)}/${version}/appkeys/${appKey}`;
}

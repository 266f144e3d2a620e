import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { N8nRest } from './rest';

export interface NewCredential {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** Keeps credentials in an n8n. */
export class Credentials {
	constructor(private readonly rest: N8nRest) {}

	/**
	 * Saves a credential in place of the one of the same name and type, or as a new one.
	 *
	 * @returns what a workflow's node wants under `credentials[type]`
	 */
	async save(credential: NewCredential): Promise<{ id: string; name: string }> {
		const { name, type } = credential;
		const all = await this.rest.request<Saved[]>('GET', '/credentials');
		const same = all.find((other) => other.name === name && other.type === type);
		const { id } = same
			? await this.rest.request<Saved>('PATCH', `/credentials/${same.id}`, credential)
			: await this.rest.request<Saved>('POST', '/credentials', credential);
		return { id, name };
	}

	/** Tests a saved credential, as the editor does when it is saved. */
	async test(id: string): Promise<CredentialTest> {
		// n8n wants the data back that it gave out, and puts its secrets in again.
		const saved = await this.rest.request<Saved>('GET', `/credentials/${id}?includeData=true`);
		return await this.rest.request('POST', '/credentials/test', { credentials: saved });
	}
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

interface Saved extends NewCredential {
	id: string;
}

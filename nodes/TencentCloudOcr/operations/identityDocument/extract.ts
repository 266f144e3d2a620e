import type { Operation } from '../../../shared/description/operation';
import { imageFields } from '../../../shared/input/fields';
import { documentOutput, readDocumentOutput } from '../../../shared/output/documents/fields';
import { accountFor, pageRequests } from '../../request';
import { checkSite } from '../../site';
import { actionOf, RESOURCE, sharedRequest } from './action';
import { backImage, documentField, entryOf, identityOptions, parametersOf } from './fields';
import { checkIdentity } from './response';

export const extract: Operation = {
	option: {
		name: 'Extract',
		value: 'extract',
		action: 'Extract identity document fields',
		description:
			'Read a passport, an identity card or a license: choose the country and the kind of document',
	},
	subtitle: 'Extract Identity Document',
	request: sharedRequest,
	fields: [documentField, ...imageFields, backImage, documentOutput, identityOptions],
	// Each document is an action with a limit of its own.
	account: accountFor(RESOURCE),

	async requests(options, ended) {
		readDocumentOutput(this, documentOutput);
		const entry = entryOf(this);
		const { api, sites, files, requestsPerSecond } = entry;
		checkSite(String(options.baseURL), sites, api);
		const action = actionOf(options, api, requestsPerSecond);
		const parameters = parametersOf(this, entry);
		const requests = await pageRequests(this, action.options, files, ended, parameters);
		return requests.map(action.request);
	},

	checkResponse: checkIdentity,

	async items([{ body }]) {
		if (readDocumentOutput(this, documentOutput) === 'raw') return [{ json: body }];
		// n8n loads every node when it starts; what knows documents is loaded with the first response.
		const { identityItem } = await import('../../output/identity/identityItem');
		return [await identityItem(this, body, entryOf(this))];
	},
};

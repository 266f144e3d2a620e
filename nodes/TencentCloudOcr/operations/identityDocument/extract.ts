import type { Operation } from '../../../shared/description/operation';
import { documentOutput, readDocumentOutput } from '../../../shared/output/documents/fields';
import { accountFor, pageRequests } from '../../request';
import { checkSite } from '../../site';
import { checkChoices } from '../checkChoices';
import { actionOf, RESOURCE, sharedRequest } from './action';
import { checkIdentity } from './checks';
import { checkPixels } from './checkPixels';
import {
	backImage,
	documentField,
	entryOf,
	identityOptions,
	optionOf,
	parametersOf,
	returnPortrait,
} from './fields';
import { imageFields } from '../fields';

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
	account: accountFor(RESOURCE),

	async requests(options, ended) {
		const entry = entryOf(this);
		const { api, sites, requestsPerSecond } = entry;
		checkSite(options.baseURL ?? '', sites, api);
		readDocumentOutput(this, documentOutput);
		checkChoices(this, [identityOptions], 'extract');
		const action = actionOf(options, api, requestsPerSecond);
		const parameters = parametersOf(this, entry);
		const forPortrait = optionOf(this, returnPortrait) ? entry.forPortrait : undefined;
		const files = { ...entry.files, ...(forPortrait && { maxBase64: forPortrait.maxBase64 }) };
		const requests = await pageRequests(this, action.options, files, ended, parameters);
		if (forPortrait) await checkPixels(requests[0].content.images, forPortrait.pixels);
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

import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../shared/description/operation';
import { imageFields } from '../../shared/input/fields';
import { documentOutput, readDocumentOutput } from '../../shared/output/documents/fields';
import { fieldBoxes, fieldConfidences } from '../../shared/output/documents/measuredOptions';
import { readValueOptions } from '../../shared/output/documents/valueOptions';
import { readSwitch } from '../../shared/parameters/readSwitch';
import type { DocumentEntry } from '../output/documents/documentEntry';
import { accountFor, documentRequests } from '../request';
import { checkDocument, noDocument } from '../response';
import { documentOptions } from './documentOptions';

/** The operation that reads a document type of the catalogue. */
export function documentOperation(entry: DocumentEntry): Operation {
	const { accepts, asks, publicKey } = entry;
	const send = documentRequests(entry);
	return {
		option: {
			name: entry.name,
			value: entry.value,
			action: entry.action,
			description: entry.description,
		},
		subtitle: entry.subtitle,
		request: { method: 'POST', url: entry.url },
		fields: [
			...(accepts ? imageFields : []),
			...(asks?.fields ?? []),
			documentOutput,
			documentOptions,
		],
		account: accountFor(publicKey ? 'sealed' : 'plain'),

		async requests(options, ended) {
			readDocumentOutput(this, documentOutput);
			rowOptions(this);
			return await send.call(this, options, ended);
		},

		checkResponse: checkDocument(entry),

		async items([{ body }]) {
			if (readDocumentOutput(this, documentOutput) === 'raw') return [{ json: body }];
			// n8n loads every node when it starts; what knows documents is loaded with the first response.
			const { documentRow, hasDocument } = await import('../output/documents/documentRow');
			if (!hasDocument(body, entry)) throw noDocument(this, entry);
			const { values = {}, shown = [] } = asks?.read(this) ?? {};
			const front = Object.fromEntries(shown.map((name) => [name, values[name]]));
			return [{ json: documentRow(body, entry, rowOptions(this), front)! }];
		},
	};
}

function rowOptions(context: IExecuteSingleFunctions) {
	const isOn = ({ name, displayName }: INodeProperties) =>
		readSwitch(context, `options.${name}`, displayName);
	return {
		...readValueOptions(context),
		fieldBoxes: isOn(fieldBoxes),
		fieldConfidences: isOn(fieldConfidences),
	};
}

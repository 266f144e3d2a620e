import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../shared/description/operation';
import { imageFields } from '../../shared/input/fields';
import {
	documentOutput,
	lineItemsOutput,
	readDocumentOutput,
	rowsOutput,
} from '../../shared/output/documents/fields';
import { readValueOptions } from '../../shared/output/documents/valueOptions';
import { accountFor, actionRequest, pageRequests } from '../request';
import { checkRecords } from '../response';
import { checkSite } from '../site';
import { checkChoices } from './checkChoices';
import type { DocumentEntry, Shape } from '../output/records/documentEntry';

/** What an operation has beside its entry. */
interface Own {
	/** Its fields between those of the image and the field Output. */
	fields?: INodeProperties[];
	/** Its field Options. */
	options: INodeProperties;
	/** The parameters that n8n cannot make of the fields by itself. */
	parameters?: (context: IExecuteSingleFunctions) => IDataObject;
}

const OUTPUTS: Record<Shape, INodeProperties> = {
	fields: documentOutput,
	structured: lineItemsOutput,
	cells: rowsOutput,
	invoices: lineItemsOutput,
};

/** The operation that reads a document of the catalogue. */
export function documentOperation(entry: DocumentEntry, own: Own): Operation {
	const output = OUTPUTS[entry.shape];
	const fields = own.fields ?? [];
	return {
		option: {
			name: entry.name,
			value: entry.value,
			action: entry.action,
			description: descriptionOf(entry),
		},
		subtitle: entry.subtitle,
		request: actionRequest(entry.api),
		fields: [...imageFields, ...fields, output, own.options],
		account: accountFor(entry.api),
		requestsPerSecond: entry.requestsPerSecond,

		async requests(options, ended) {
			checkSite(options.baseURL ?? '', entry.sites, entry.api);
			readDocumentOutput(this, output);
			// What Tencent Cloud would reject, or bill and then ignore.
			checkChoices(this, [...fields, own.options], entry.value);
			readValueOptions(this);
			const parameters = { ...entry.parameters, ...own.parameters?.(this) };
			return await pageRequests(this, options, entry.files, ended, parameters);
		},

		checkResponse: checkRecords(entry),

		async items(responses) {
			const chosen = readDocumentOutput(this, output);
			if (chosen === 'raw') return responses.map(({ body }) => ({ json: body }));
			// n8n loads every node when it starts; what knows documents is loaded with the first response.
			const { recordItems } = await import('../output/records/recordItems');
			return await recordItems(this, responses, entry, chosen);
		},
	};
}

/** What the list of operations says: not every account has every action. */
function descriptionOf({ description, api, sites, isOnRequest }: DocumentEntry): string {
	const notes = [
		...(isOnRequest ? ['Not open to every account'] : []),
		...(sites.length === 1
			? [`${sites[0] === 'china' ? 'China' : 'International'} site only`]
			: []),
	];
	const reads = `${description} (${api})`;
	return notes.length > 0 ? `${[reads, ...notes].join('. ')}.` : reads;
}

import type { INodeProperties } from 'n8n-workflow';

import { optionsField, reuseForUrls } from '../../shared/description/options';
import type { Operation } from '../../shared/description/operation';
import { imageFields } from '../../shared/input/fields';
import {
	documentOutput,
	lineItemsOutput,
	readDocumentOutput,
	rowsOutput,
} from '../../shared/output/documents/fields';
import {
	firstRowIsHeader,
	normalizeValues,
	readValueOptions,
	reviewBelow,
} from '../../shared/output/documents/valueOptions';
import { account, imageRequests, xmlRequests } from '../request';
import { checkRecords } from '../response';
import type { DocumentEntry } from '../output/records/documentEntry';
import { hasLineItems } from '../output/records/documentEntry';
import { alignedImage, allFields, fieldBoxes, fieldConfidences } from './fields';

/** An option that has no effect on the provider's own response. */
const ofItems = (option: INodeProperties): INodeProperties => ({
	...option,
	displayOptions: { hide: { '/output': ['raw'] } },
});

const parts = ofItems(allFields);
const boxes = ofItems(fieldBoxes);
const confidences = ofItems(fieldConfidences);

/** The operations of the catalogues that have tables without documented columns. */
const TABLES = ['getTable'];

const hide = { '/output': ['raw'] };
const header = { ...firstRowIsHeader, displayOptions: { show: { '/operation': TABLES }, hide } };
const values = {
	...normalizeValues,
	displayOptions: { hide: { ...hide, '/operation': TABLES } },
};

/** Each of them once: a field that operations share costs time only once. */
const OPTIONS = {
	// n8n itself downloads the file, and knows whether it is the same.
	xml: optionsField([alignedImage, boxes, confidences, normalizeValues, reviewBelow]),
	none: optionsField([alignedImage, reuseForUrls]),
	confidences: optionsField([
		...[alignedImage, parts, confidences, normalizeValues, reviewBelow],
		reuseForUrls,
	]),
	boxes: optionsField([
		...[alignedImage, boxes, confidences, header, values, reviewBelow],
		reuseForUrls,
	]),
	all: optionsField([
		...[alignedImage, parts, boxes, confidences, normalizeValues, reviewBelow],
		reuseForUrls,
	]),
};

/** The operation that reads a document type of the catalogue. */
export function documentOperation(entry: DocumentEntry): Operation {
	const output = outputOf(entry);
	const isXml = entry.accepts === 'XML';
	const send = isXml
		? xmlRequests
		: imageRequests({ img: 'image' }, { readsPdfs: entry.accepts === 'pictures and PDFs' });
	return {
		option: {
			name: entry.name,
			value: entry.value,
			action: entry.action,
			description: entry.isDemo ? `${entry.description}. ${DEMO}.` : entry.description,
		},
		subtitle: entry.subtitle,
		request: { url: entry.url },
		fields: [...imageFields, output, optionsOf(entry)],
		account,

		async requests(options, ended) {
			readDocumentOutput(this, output);
			readValueOptions(this);
			return await send.call(this, options, ended);
		},

		checkResponse: checkRecords(entry),

		async items([{ body }]) {
			const chosen = readDocumentOutput(this, output);
			if (chosen === 'raw') return [{ json: body }];
			// n8n loads every node when it starts; what knows documents is loaded with the first response.
			const { recordItems } = await import('../output/records/recordItems');
			return await recordItems(this, body, entry, chosen);
		},
	};
}

const DEMO = 'Documented only for the endpoint Demo';

function outputOf(entry: DocumentEntry): INodeProperties {
	if (entry.shape === 'tables') return rowsOutput;
	return hasLineItems(entry) ? lineItemsOutput : documentOutput;
}

function optionsOf({ accepts, types, cardTypes, hasParts }: DocumentEntry): INodeProperties {
	if (accepts === 'XML') return OPTIONS.xml;
	const measured = Object.values(types).map((type) => type.measured ?? '');
	if (cardTypes) return OPTIONS.all;
	if (measured.some((about) => about.includes('box'))) {
		return hasParts ? OPTIONS.all : OPTIONS.boxes;
	}
	return measured.includes('confidence') ? OPTIONS.confidences : OPTIONS.none;
}

import type { INodeProperties } from 'n8n-workflow';

import { optionsField, shownFor } from '../../shared/description/options';
import { fileDetails } from '../../shared/input/fileDetails';
import { fieldBoxes, fieldConfidences } from '../../shared/output/documents/measuredOptions';
import { normalizeValues, reviewBelow } from '../../shared/output/documents/valueOptions';
import { keepInputFile } from '../../shared/output/fromInput';
import type { DocumentEntry } from '../output/documents/documentEntry';
import { documentCatalogue } from './document/catalogue';
import { identityCardCatalogue } from './identityCard/catalogue';

const entries = [...documentCatalogue, ...identityCardCatalogue];

/** An option that only the operations of some entries show. */
const shownWith = (
	option: INodeProperties,
	has: (entry: DocumentEntry) => boolean,
): INodeProperties =>
	shownFor(
		entries.filter(has).map(({ value }) => value),
		option,
	);

/**
 * The field Options of all operations on documents and identity cards: n8n evaluates each field of a
 * node for each item, so they have one for all, in which each shows its own options.
 */
export const documentOptions = optionsField(
	[
		shownWith(fieldBoxes, ({ measured }) => measured === 'confidence box'),
		shownWith(fieldConfidences, ({ measured }) => measured !== undefined),
		shownWith(fileDetails, ({ accepts }) => accepts !== undefined),
		shownWith(keepInputFile, ({ accepts }) => accepts !== undefined),
		shownWith(normalizeValues, ({ values }) => values !== undefined),
		shownWith(reviewBelow, ({ measured }) => measured !== undefined),
		...entries.flatMap(({ value, asks }) =>
			(asks?.options ?? []).map((option) => shownWith(option, (entry) => entry.value === value)),
		),
	],
	{ hasFile: false },
);

import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../../shared/description/options';
import { fileDetails } from '../../shared/input/fileDetails';
import { fieldBoxes, fieldConfidences } from '../../shared/output/documents/measuredOptions';
import { normalizeValues, reviewBelow } from '../../shared/output/documents/valueOptions';
import { keepInputFile } from '../../shared/output/fromInput';
import type { DocumentEntry } from '../output/documents/documentEntry';
import { documentCatalogue } from './document/catalogue';
import { identityCardCatalogue } from './identityCard/catalogue';

const entries = [...documentCatalogue, ...identityCardCatalogue];

/** An option that only the operations of some entries show. */
const shownFor = (
	option: INodeProperties,
	has: (entry: DocumentEntry) => boolean,
): INodeProperties => ({
	...option,
	displayOptions: {
		...option.displayOptions,
		show: {
			...option.displayOptions?.show,
			'/operation': entries.filter(has).map(({ value }) => value),
		},
	},
});

/**
 * The field Options of all operations on documents and identity cards: n8n evaluates each field of a
 * node for each item, so they have one for all, in which each shows its own options.
 */
export const documentOptions = optionsField(
	[
		shownFor(fieldBoxes, ({ measured }) => measured === 'confidence box'),
		shownFor(fieldConfidences, ({ measured }) => measured !== undefined),
		shownFor(fileDetails, ({ accepts }) => accepts !== undefined),
		shownFor(keepInputFile, ({ accepts }) => accepts !== undefined),
		shownFor(normalizeValues, ({ values }) => values !== undefined),
		shownFor(reviewBelow, ({ measured }) => measured !== undefined),
		...entries.flatMap(({ value, asks }) =>
			(asks?.options ?? []).map((option) => shownFor(option, (entry) => entry.value === value)),
		),
	],
	{ hasFile: false },
);

import type { DocumentedColumns } from '../../../shared/output/documents/columns';
import { namesIn } from '../../../shared/output/documents/namesIn';
import type { ValueFields } from '../../../shared/output/documents/normalized';
import type { SumFields } from '../../../shared/output/documents/sums';
import type { Country } from '../../../shared/output/documents/values/countries';
import type { DocumentEntry, DocumentType } from './documentEntry';
import { CARD_VALUES, documentedNames } from '../documents/documentTypes';
import { nameParts } from '../documents/infoNames';

/** What rows of a type always have, and where its line items are. */
export interface TypeColumns extends DocumentedColumns {
	/** The columns that say on which page a field stands. */
	pages: string[];
	/**
	 * The line items, by the path of their list in `info`: the names of the cells of a row, and the
	 * columns that become of them.
	 */
	lists: Record<string, { names: string[]; columns: string[] }>;
	/** The names in `info` that are documented, as they are spelled. */
	names: string[];
	/** Which columns are dates and amounts. */
	values: ValueFields;
	/** Where the sums of an invoice are. */
	sums?: SumFields;
}

/** What `columnsOf` returned, by entry and type: each row asks for it. */
const known = new WeakMap<DocumentEntry, Map<string | null, TypeColumns>>();

/** The columns of a type: those of the entry, or those of a card or a vehicle registration. */
export function columnsOf(entry: DocumentEntry, type: string | null): TypeColumns {
	// Types that are not documented could be without end.
	const own = isDocumented(entry, type) ? type : null;
	const ofEntry = known.get(entry) ?? new Map<string | null, TypeColumns>();
	known.set(entry, ofEntry);
	const columns = ofEntry.get(own) ?? readColumns(entry, own);
	ofEntry.set(own, columns);
	return columns;
}

const isDocumented = ({ types }: DocumentEntry, type: string | null): boolean =>
	type !== null && (Object.hasOwn(types, type) || documentedNames(type).length > 0);

function readColumns(entry: DocumentEntry, type: string | null): TypeColumns {
	const { types, cardTypes, beside, country = CARD_VALUES.country } = entry;
	const all = Object.values(types);
	const own = type !== null && Object.hasOwn(types, type) ? types[type] : undefined;
	// The only kind of document that an operation reads may come under another name.
	const documented = own ?? (all.length === 1 && !cardTypes ? all[0] : undefined);
	const columns = documented ? entryColumns(documented, country) : cardColumns(type);
	return { ...columns, fields: [...namesIn(beside), ...columns.fields] };
}

function entryColumns(type: DocumentType, country: Country): TypeColumns {
	const { lists = {}, dates, amounts, sums } = type;
	const measured: string = type.measured ?? '';
	const paths = namesIn(type.fields);
	const fields = paths.map((path) => path.replaceAll('.', '_'));
	const own = paths.filter((path) => !path.includes('.'));
	const roots = [...paths, ...Object.keys(lists)].map((path) => path.split('.')[0]);
	return {
		fields,
		confidences: measured.includes('confidence') ? fields : [],
		boxes: measured.includes('box') ? fields : [],
		pages: measured.includes('page') ? own.map((name) => `${name}_id`) : [],
		lists: Object.fromEntries(
			Object.entries(lists).map(([path, text]) => [path, rowNames(namesIn(text))]),
		),
		names: [...new Set(roots)],
		values: { country, dates, amounts },
		sums,
	};
}

const rowNames = (paths: string[]) => ({
	names: [...new Set(paths.map((path) => path.split('.')[0]))],
	columns: paths.map((path) => path.replaceAll('.', '_')),
});

function cardColumns(type: string | null): TypeColumns {
	const names = documentedNames(type);
	const about = (what: 'confidence' | 'box' | undefined) =>
		names
			.map(nameParts)
			.filter((part) => part.about === what)
			.map(({ field }) => field);
	return {
		...{ fields: about(undefined), confidences: about('confidence'), boxes: about('box') },
		...{ pages: [], lists: {}, names, values: CARD_VALUES },
	};
}

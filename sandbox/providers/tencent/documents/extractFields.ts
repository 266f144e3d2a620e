import type { TextReader } from '../../../ocr/textReader';
import { fail } from '../errors';
import type { ParameterTypes } from '../parameters';
import type { TextDetection } from '../textDetections';
import { pictureIn, type FileParameters } from './file';
import { printedRows, tablesIn } from './rows';

export const SMART_TYPES: ParameterTypes = {
	IsPdf: 'boolean',
	PdfPageNumber: 'integer',
	ItemNames: 'list of string',
	ReturnFullText: 'boolean',
};

export const FIELD_TYPES: ParameterTypes = {
	PdfPageNumber: 'integer',
	ItemNames: 'list of string',
	ItemNamesShowMode: 'boolean',
	ReturnFullText: 'boolean',
	ConfigId: 'string',
	EnableCoord: 'boolean',
	OutputParentKey: 'boolean',
	ConfigAdvanced: 'object',
	OutputLanguage: 'string',
};

const TEMPLATES = [
	...['AirWayBill', 'BillOfLading', 'BookingConfirmation', 'CarInsurance', 'CustomsDeclaration'],
	...['EntrustmentBook', 'General', 'GridPhoto', 'HongKongUtilityBill', 'InvoiceEng'],
	...['MedicalMeter', 'MultiRealEstateCertificate', 'MultiRealEstateMaterial', 'OverseasCheques'],
	...['RegistrationCertificate', 'SignaturePage', 'Statement', 'SteelLabel', 'Table'],
	...['WayBillEng', 'WeightNote'],
];

/** The first bytes of Word and Excel files. */
const OFFICE = ['PK\x03\x04', '\xd0\xcf\x11\xe0'];

interface Parameters {
	ItemNames?: string[];
	ItemNamesShowMode?: boolean;
	ReturnFullText?: boolean;
	EnableCoord?: boolean;
	ConfigId?: string;
	OutputLanguage?: string;
}

/** A field that was found: what is printed beside a label. */
interface Found {
	name: string;
	value: string;
	place?: TextDetection;
}

/**
 * `ExtractDocMulti` and `SmartStructuralOCRV2`: fields are two texts in a row, or a text with a colon;
 * rows with three texts or more are a table with a header. Of Word and Excel files, the sandbox reads
 * nothing.
 *
 * @throws TencentError
 */
export async function extractFields(
	bytes: Buffer,
	parameters: FileParameters,
	reader: TextReader,
): Promise<object> {
	const asked = parameters as Parameters;
	const { ConfigId = 'General', OutputLanguage = 'en', ReturnFullText } = asked;
	if (!TEMPLATES.includes(ConfigId) || !['cn', 'en'].includes(OutputLanguage)) {
		fail('InvalidParameterValue.InvalidParameterValueLimit');
	}
	const isOffice = OFFICE.some((start) => bytes.toString('latin1', 0, 4) === start);
	const rows = isOffice ? [] : await printedRows(reader, await pictureIn(bytes, parameters));
	const { tables, others } = tablesIn(rows, 3);
	const found = others.flatMap((row): Found[] => {
		const [label, value] = row;
		if (row.length === 2) {
			return [{ name: label.DetectedText, value: value.DetectedText, place: value }];
		}
		const [, name, text] = /^(.{1,40}?) *[:：] *(.+)$/.exec(label.DetectedText) ?? [];
		return name === undefined ? [] : [{ name, value: text, place: label }];
	});
	const lines = tables.map(([header, ...body]) =>
		body.map((row) =>
			row.map((place, column): Found => {
				const name = header[column].DetectedText;
				return { name, value: place.DetectedText, place };
			}),
		),
	);
	const shown = shownOf(asked);
	const missing = (asked.ItemNames ?? [])
		.filter((name) => ![...found, ...lines.flat(2)].some((field) => isNamed(field, name)))
		.map((name): Found => ({ name, value: '' }));
	const groups = [
		...[...found, ...missing].filter(shown).map((field) => [[field]]),
		...lines.map((table) => table.map((line) => line.filter(shown))),
	];
	return {
		Angle: 0,
		StructuralList: groups
			.filter((group) => group.some((line) => line.length > 0))
			.map((group) => ({
				Groups: group.map((line) => ({ Lines: line.map((field) => fieldOf(field, asked)) })),
			})),
		WordList: ReturnFullText
			? rows.flat().map((word) => ({ DetectedText: word.DetectedText, Coord: coordOf(word) }))
			: [],
		...('ConfigId' in parameters && { TokenNum: 0 }),
	};
}

const isNamed = ({ name }: Found, asked: string): boolean =>
	name.trim().toLowerCase() === asked.trim().toLowerCase();

/** Which fields are part of the answer. */
const shownOf =
	({ ItemNames = [], ItemNamesShowMode = true }: Parameters) =>
	(field: Found): boolean =>
		ItemNames.length === 0 || !ItemNamesShowMode || ItemNames.some((name) => isNamed(field, name));

function fieldOf(field: Found, { ItemNames = [], EnableCoord }: Parameters) {
	const ConfigName = ItemNames.find((name) => isNamed(field, name)) ?? null;
	return {
		Key: { AutoName: field.name, ConfigName },
		Value: {
			AutoContent: field.value,
			Coord: coordOf(EnableCoord ? field.place : undefined),
		},
	};
}

/** The corners of a text; all of them 0 without one. */
function coordOf(text?: TextDetection) {
	const { X, Y, Width, Height } = text?.ItemPolygon ?? { X: 0, Y: 0, Width: 0, Height: 0 };
	return {
		LeftTop: { X, Y },
		RightTop: { X: X + Width, Y },
		RightBottom: { X: X + Width, Y: Y + Height },
		LeftBottom: { X, Y: Y + Height },
	};
}

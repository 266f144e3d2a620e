import type { TextReader } from '../../../ocr/textReader';
import { extractFields, FIELD_TYPES, SMART_TYPES } from './extractFields';
import { file, type FileParameters } from './file';
import { PAPER_ACTIONS } from './papers';
import { accurateTables, simpleTable } from './tables';
import { vehicleNumber } from './vehicleNumber';
import type { ParameterTypes } from '../parameters';
import { checkTypes } from '../parameters';

/** An action on documents. */
export interface DocumentAction {
	name: string;
	sites: ReadonlyArray<'international' | 'china'>;
	/** Its parameters beside `ImageBase64` and `ImageUrl`. */
	types: ParameterTypes;
	/** The longest image, in base64 characters. */
	largest: number;
	/** @throws TencentError */
	read(file: Buffer, parameters: FileParameters, reader: TextReader): Promise<object>;
}

const MEGABYTE = 1024 * 1024;

const ACTIONS: DocumentAction[] = [
	...PAPER_ACTIONS,
	{
		name: 'ExtractDocMulti',
		sites: ['international', 'china'],
		types: FIELD_TYPES,
		largest: 10 * MEGABYTE,
		read: extractFields,
	},
	{
		name: 'SmartStructuralOCRV2',
		sites: ['international'],
		types: SMART_TYPES,
		largest: 7 * MEGABYTE,
		read: async (bytes, parameters, reader) =>
			await extractFields(bytes, { ...parameters, EnableCoord: true }, reader),
	},
	{
		name: 'RecognizeTableAccurateOCR',
		sites: ['china'],
		types: { PdfPageNumber: 'integer' },
		largest: 7 * MEGABYTE,
		read: accurateTables,
	},
	{
		name: 'TableOCR',
		sites: ['china'],
		types: {},
		largest: 3 * MEGABYTE,
		read: simpleTable,
	},
	{
		name: 'VinOCR',
		sites: ['international', 'china'],
		types: {},
		largest: 7 * MEGABYTE,
		read: vehicleNumber,
	},
];

/** The actions that read documents, each with its parameters checked. */
export const documentActions = (reader: TextReader) =>
	ACTIONS.map(({ name, sites, types, largest, read }) => ({
		...{ name, sites },
		async run(input: Record<string, unknown>): Promise<object> {
			checkTypes(input, { ImageBase64: 'string', ImageUrl: 'string', ...types });
			return await read(await file(input, largest), input, reader);
		},
	}));

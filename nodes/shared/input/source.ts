import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	IExecuteSingleFunctions,
} from 'n8n-workflow';

import { redact } from '../engine/errors/redact';
import { shortened } from '../parameters/shortened';
import { EVERY_FILE, fileField, fileIn, filesOf } from './fileField';
import { columnPrefixes, imageParameters, type ImageName } from './parameters';

/** Where the images of a document come from. */
export interface Source {
	/** The document's name in messages, if it has one. */
	name?: string;
	/** The columns that identify the document: the name of its file, or its URL. */
	columns: IDataObject;
	/** The names of the files that its images are, or null for one without a name. */
	fileNames: Partial<Record<ImageName, string | null>>;
	/** Its files, by the field of the item that contains them. */
	files: IBinaryKeyData;
}

/** A document that an item asks to read. */
export interface SourceDocument<Context extends IExecuteSingleFunctions> {
	/** That of the item. In that of one of several files, the parameter for the field is its field. */
	context: Context;
	source: Source;
}

/** What identifies an image, by what it is read from. */
const COLUMNS = { binary: 'fileName', url: 'url' } as const;

/** The documents of an item: one, or one per file if it asks for every file. */
export function documentsOf<Context extends IExecuteSingleFunctions>(
	context: Context,
): Array<SourceDocument<Context>> {
	const field = imageParameters.image.binary;
	const isEveryFile =
		context.getNodeParameter('inputType', '') === 'binary' &&
		context.getNodeParameter(field, '') === EVERY_FILE;
	const files = isEveryFile ? filesOf(context) : [];
	const contexts = files.map((file) => withParameter(context, field, file));
	return (contexts.length > 0 ? contexts : [context]).map((own) => ({
		context: own,
		source: sourceOf(own),
	}));
}

/** A context in which a parameter has another value. */
const withParameter = <Context extends IExecuteSingleFunctions>(
	context: Context,
	parameter: string,
	value: string,
): Context =>
	Object.create(context, {
		getNodeParameter: {
			value: (name: string, ...rest: [unknown?]) =>
				name === parameter ? value : context.getNodeParameter(name, ...rest),
		},
	});

function sourceOf(context: IExecuteSingleFunctions): Source {
	const columns: IDataObject = {};
	const files: IBinaryKeyData = {};
	const fileNames: Source['fileNames'] = {};
	const names: string[] = [];
	const inputType = context.getNodeParameter('inputType', '');
	if (!isInputType(inputType)) return { columns, files, fileNames };
	for (const image of Object.keys(imageParameters) as ImageName[]) {
		const parameter = imageParameters[image][inputType];
		const isEmpty = (value: unknown) => image === 'second' && value === '';
		if (inputType === 'base64') {
			// Not its value, which may be an expression for a large text.
			const { [parameter]: text } = context.getNode().parameters;
			if (text !== undefined && !isEmpty(text)) fileNames[image] = null;
			continue;
		}
		const value: unknown = context.getNodeParameter(parameter, null);
		if (value === null || isEmpty(value)) continue;
		const column = columnPrefixes[image] + COLUMNS[inputType];
		if (inputType === 'url') {
			const url = String(value ?? '').trim();
			columns[column] = isWeb(url) ? redact(url, []) : shortened(url);
			names.push(isWeb(url) ? endOf(url) : '');
			fileNames[image] = isWeb(url) ? fileNameOf(url) : null;
			continue;
		}
		const field = image === 'image' ? fileField(context, value) : value;
		const file = knownFile(context, field);
		columns[column] = file?.fileName ?? null;
		fileNames[image] = file?.fileName ?? null;
		names.push(file?.fileName ?? '');
		const known = typeof field === 'string' ? field : fieldOf(context, file);
		if (file && known !== undefined) files[known] = file;
	}
	const name = names.filter((each) => each !== '').join(' and ');
	return { columns, files, fileNames, ...(name !== '' && { name: shortened(name) }) };
}

const isInputType = (value: unknown): value is keyof (typeof imageParameters)['image'] =>
	typeof value === 'string' && Object.hasOwn(imageParameters.image, value);

const isWeb = (url: string): boolean => /^https?:/i.test(url) && URL.canParse(url);

/** The file in a URL, or its host. */
const endOf = (url: string): string => lastPart(url) ?? new URL(url).host;

/** The last part of a URL's path, with its escapes. */
const lastPart = (url: string): string | undefined =>
	new URL(url).pathname.split('/').findLast((part) => part !== '');

/** The name of the file that a URL leads to, as far as its path tells. */
function fileNameOf(url: string): string | null {
	const part = lastPart(url) ?? null;
	try {
		return part && decodeURIComponent(part);
	} catch {
		return part;
	}
}

function knownFile(context: IExecuteSingleFunctions, field: unknown): IBinaryData | undefined {
	try {
		return fileIn(context, field) as IBinaryData;
	} catch {
		return undefined;
	}
}

/** The field of a file that an expression returned. */
const fieldOf = (context: IExecuteSingleFunctions, file?: IBinaryData): string | undefined =>
	Object.entries(context.getInputData().binary ?? {}).find(
		([, { id, data }]) => file && id === file.id && data === file.data,
	)?.[0];

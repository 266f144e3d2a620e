import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import type { OcrOperation, RequestContent } from '../engine/ocrOperation';
import { readSwitch } from '../parameters/readSwitch';
import { columnPrefixes, type ImageName } from './parameters';
import { readImage } from './readImage';
import { sha256 } from './sha256';
import type { Source } from './source';

/** The option that tells files of one name apart, and the same file of two names. */
export const fileDetails: INodeProperties = {
	displayName: 'File Details',
	name: 'fileDetails',
	type: 'boolean',
	default: true,
	description:
		'Whether to add the name, the size in bytes and the SHA-256 of the file to each of its rows, as fileName, fileSize and sha256',
};

/**
 * An operation that also puts the details of its files in front of the columns of their document, if
 * the option is on. They are null as long as the file was not read, and for one that only the
 * provider downloads.
 *
 * @throws Failure when the option is neither true nor false
 */
export function withFileDetails(
	context: IExecuteSingleFunctions,
	source: Source,
	operation: OcrOperation,
): OcrOperation {
	const isOn = readSwitch(context, `options.${fileDetails.name}`, fileDetails.displayName);
	if (!isOn) return operation;
	const { columns: own, fileNames } = source;
	source.columns = { ...unknownDetails(fileNames), ...own };
	return {
		...operation,
		async requests(options, ended) {
			const requests = operation.requests.call(this, options, ended);
			// An error about a file says which one it is as well.
			const read = await requests.then(([{ content }]) => content.images).catch(() => ({}));
			for (const image of imagesIn(fileNames)) {
				Object.assign(source.columns, await detailsOf(context, image, read));
			}
			return await requests;
		},
	};
}

const imagesIn = (fileNames: Source['fileNames']) => Object.keys(fileNames) as ImageName[];

function unknownDetails(fileNames: Source['fileNames']): IDataObject {
	const columns: IDataObject = {};
	for (const image of imagesIn(fileNames)) {
		columns[columnOf(image, 'fileName')] = fileNames[image];
		columns[columnOf(image, 'fileSize')] = null;
		columns[columnOf(image, 'sha256')] = null;
	}
	return columns;
}

const columnOf = (image: ImageName, name: string) => columnPrefixes[image] + name;

/** @param read the images that the operation has read; one that it rejected is read again */
async function detailsOf(
	context: IExecuteSingleFunctions,
	image: ImageName,
	read: RequestContent['images'],
): Promise<IDataObject> {
	const unlimited = { provider: '', maxBytes: Infinity };
	try {
		const file = read[image] ?? (await readImage(context, unlimited, image));
		if ('url' in file) return {};
		return {
			[columnOf(image, 'fileSize')]: file.size,
			[columnOf(image, 'sha256')]: await sha256(file),
		};
	} catch {
		// A file that cannot be read has no details, and the operation has said why.
		return {};
	}
}

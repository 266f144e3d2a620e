import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { imageFile, imageTypes, readableImage } from './image';
import type { ImageParameters } from './image';
import { checkTypes } from './parameters';
import { readText } from './readText';
import type { Text } from './readText';

interface Parameters extends ImageParameters {
	EnableDetectSplit?: boolean;
	EnableDetectText?: boolean;
	ConfigID?: string;
}

const types = {
	...imageTypes,
	EnableDetectSplit: 'boolean',
	EnableDetectText: 'boolean',
	ConfigID: 'string',
} as const;

/** Longest image, as base64 characters. */
const largestImage = 10 * 1024 * 1024;

/**
 * The action `GeneralAccurateOCR`: reads English and Simplified Chinese from one image or PDF page.
 *
 * Both languages serve both values of ConfigID: with Chinese loaded, English is read as well and as
 * fast as without.
 *
 * @see https://www.tencentcloud.com/document/product/1005/37507
 */
export const generalAccurateOcr =
	(reader: TextReader) =>
	/** @throws TencentError */
	async (input: Record<string, unknown>): Promise<Text> => {
		const parameters = checkParameters(input);
		const file = await imageFile(parameters, largestImage);
		const image = await readableImage(file, parameters);
		return await readText(reader, image, { singleLine: parameters.EnableDetectText === false });
	};

function checkParameters(input: Record<string, unknown>): Parameters {
	checkTypes(input, types);
	const parameters: Parameters = input;
	const { ConfigID = 'OCR', EnableDetectSplit } = parameters;
	if (!['OCR', 'MulOCR'].includes(ConfigID) || (EnableDetectSplit && ConfigID !== 'OCR')) {
		fail('InvalidParameterValue.InvalidParameterValueLimit');
	}
	return parameters;
}

import type { TextReader } from '../../../ocr/textReader';
import { fail } from '../errors';
import { pictureIn, type FileParameters } from './file';
import { printedRows } from './rows';

/**
 * `VinOCR`: the first 17 letters and digits together, without I, O and Q (ISO 3779).
 *
 * @throws TencentError
 */
export async function vehicleNumber(
	bytes: Buffer,
	parameters: FileParameters,
	reader: TextReader,
): Promise<object> {
	const rows = await printedRows(reader, await pictureIn(bytes, parameters));
	const text = rows.flat().map(({ DetectedText }) => DetectedText.replace(/ /g, ''));
	const [Vin] = /\b[A-HJ-NPR-Z\d]{17}\b/.exec(text.join('\n')) ?? [];
	return Vin === undefined ? fail('FailedOperation.OcrFailed') : { Vin };
}

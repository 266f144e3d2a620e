import type { TextReader } from '../../../ocr/textReader';
import { fail, NhnError } from '../errors';
import type { ImageForm } from '../imageFile';
import { general } from '../recognize';

/** The longest question, characters. */
const LONGEST = 1_000;

const TYPES = ['GENERAL', 'BUSINESS_REGISTRATION', 'BUSINESS_CARD'];

/**
 * `/document-ai`: repeats the question and what the picture says. No language model answers.
 *
 * @throws NhnError 4000001, 4000002, 4000003, 4000602
 */
export async function documentAi(reader: TextReader, { image, texts }: ImageForm) {
	const { prompt = '', documentTypeCode = 'GENERAL' } = texts;
	if (prompt === '' || [...prompt].length > LONGEST) fail('4000001');
	if (!TYPES.includes(documentTypeCode)) fail('4000001');
	const { listOfInferTexts } = await general(reader, image).catch((error: unknown) => {
		throw error instanceof NhnError && error.code === '4000501' ? new NhnError('4000602') : error;
	});
	const words = listOfInferTexts.flatMap(({ inferTexts }) => inferTexts.map(({ value }) => value));
	return { llmResponse: `SPECIMEN ANSWER to "${prompt}": the picture says ${words.join(' ')}` };
}

import { countPdfPages, isPdf } from '../../ocr/pdf';
import { createTextReader } from '../../ocr/textReader';
import type { TextReader } from '../../ocr/textReader';
import { fail } from './errors';
import { imageFile, imageTypes, readableImage } from './image';
import type { ImageParameters } from './image';
import { checkTypes } from './parameters';
import { readText } from './readText';
import type { Text } from './readText';

interface Parameters extends ImageParameters {
	Scene?: string;
	LanguageType?: string;
	IsWords?: boolean;
}

const types = {
	...imageTypes,
	Scene: 'string',
	LanguageType: 'string',
	IsWords: 'boolean',
} as const;

/** Longest image, as base64 characters. */
const largestImage = 7 * 1024 * 1024;

/** Chinese and English, or whatever is found. */
const mixtures = ['zh', 'zh_rare', 'auto', 'mix'];
const languages = [
	...['ara', 'dan', 'fin', 'fre', 'ger', 'hi', 'hol', 'hun', 'ita', 'jap', 'kor', 'may', 'nor'],
	...['por', 'rus', 'spa', 'swe', 'tha', 'vie'],
];

interface Result extends Text {
	/** What was asked for: Tesseract finds no language out. `zh` for a mixture. */
	Language: string;
	/** The same as Angle, under its first spelling. */
	Angel: number;
	/** 0 for a picture. */
	PdfPageSize: number;
}

/**
 * The action `GeneralBasicOCR` outside mainland China: reads printed text from one image or PDF page.
 *
 * Korean and Vietnamese are read as such. For the other languages the sandbox has no data of
 * Tesseract, and reads what there is of English and Chinese.
 *
 * @param common reads Chinese and English
 * @see https://www.tencentcloud.com/document/product/1005/37315
 */
export function generalBasicOcr(common: TextReader) {
	const readers: Record<string, TextReader> = {
		kor: createTextReader(['kor', 'eng']),
		vie: createTextReader(['vie', 'eng']),
	};
	return {
		/** @throws TencentError */
		async run(input: Record<string, unknown>): Promise<Result> {
			const parameters = checkParameters(input);
			const { LanguageType = 'zh', IsPdf, IsWords } = parameters;
			const file = await imageFile(parameters, largestImage);
			const image = await readableImage(file, parameters);
			const text = await readText(readers[LanguageType] ?? common, image, { characters: IsWords });
			return {
				...text,
				Language: mixtures.includes(LanguageType) ? 'zh' : LanguageType,
				Angel: text.Angle,
				PdfPageSize: IsPdf && isPdf(file) ? await countPdfPages(file) : 0,
			};
		},
		async close() {
			await Promise.all(Object.values(readers).map(async (reader) => await reader.close()));
		},
	};
}

function checkParameters(input: Record<string, unknown>): Parameters {
	checkTypes(input, types);
	const parameters: Parameters = input;
	const { ImageUrl, LanguageType = 'zh' } = parameters;
	if (![...mixtures, ...languages].includes(LanguageType)) {
		fail('FailedOperation.LanguageNotSupport');
	}
	// The field is not supported outside mainland China. Of the codes that the action documents, this
	// is the only one about a URL.
	if (ImageUrl) fail('FailedOperation.DownLoadError');
	return parameters;
}

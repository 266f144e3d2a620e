import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isPdf } from '../../ocr/pdf';
import { identityPapers } from '../../samples/identity';
import type { ErrorCode } from './errors';
import { fail, TencentError } from './errors';
import { portraitImage } from './identityPortrait';
import { specimenIn } from './identitySpecimens';
import { imageFile, readableImage } from './image';
import { checkTypes } from './parameters';
import type { ParameterTypes } from './parameters';

type Site = 'international' | 'china';

/** What the provider documents of an action. */
interface DocumentedAction {
	sites: Site[];
	formats: string[];
	maxBase64: number;
	urlsInChinaOnly: boolean;
	required: string[];
	/** Their types, by their names. */
	parameters: Record<string, 'string' | 'bool'>;
	/** The paths of the answer. */
	answer: string[];
}

/** Facts of the API description of 2026-08-21. */
export const documentedActions = JSON.parse(
	readFileSync(join(__dirname, 'identityActions.json'), 'utf8'),
) as Record<string, DocumentedAction>;

/** The actions that read a document at once. */
export const identityActions = Object.keys(documentedActions).filter(
	(action) => !/CardVerificationExternal/.test(action),
);

/** Where an action is offered. */
export const sitesOf = (action: string): Site[] => documentedActions[action].sites;

/** The parameters that ask for a portrait. */
const PORTRAIT = ['ReturnHeadImage', 'RetImage', 'RetProfile', 'CropPortrait'];

const CHOICES: Record<string, string[]> = {
	CardSide: ['FRONT', 'BACK'],
	LicenceVersion: ['OLD', 'NEW'],
	Scene: ['V1', 'V2'],
};

/** The error for a picture without the document; no other action documents one of its own. */
const NO_DOCUMENT: Record<string, ErrorCode> = {
	HKIDCardOCR: 'FailedOperation.NoHKIDCard',
	MLIDCardOCR: 'FailedOperation.NoMASIDCard',
	MLIDPassportOCR: 'FailedOperation.NoPassport',
};

/** The cards that the action for any Brazilian card knows: number, and name in `Result`. */
const BRAZILIAN: Record<string, [type: number, name: string]> = {
	RecognizeBrazilRNEOCR: [1, 'RNE'],
	RecognizeBrazilRNMOCR: [2, 'RNM'],
	RecognizeBrazilIDCardOCR: [3, 'IDCard'],
	RecognizeBrazilDriverLicenseOCR: [4, 'DriverLicense'],
};

/** Values that are no text. What is deprecated is empty, or "1" as the description says. */
const VALUES: Record<string, unknown> = {
	AdvancedInfo: '1',
	Angle: null,
	CardCount: 1,
	FakeDetectResult: null,
	IsComplete: true,
	Permanent: 1,
	Warn: [],
	WarnCardInfos: [],
	WarningCode: [],
};

type Input = Record<string, unknown>;

/**
 * An action that reads an identity document. The sandbox knows its specimens by their files, and finds
 * no document in any other picture.
 */
export const identityAction =
	(action: string) =>
	/** @throws TencentError */
	async (input: Input): Promise<object> => {
		checkParameters(action, input);
		const file = await readFile(action, input, '');
		const backFile =
			input.BackImageUrl || input.BackImageBase64 !== undefined
				? await readFile(action, input, 'Back')
				: undefined;
		const specimen = await specimenIn(file);
		if (action === 'RecognizeBrazilCommonOCR') return await anyBrazilianCard(specimen, input);
		if (specimen !== action) {
			fail(NO_DOCUMENT[action] ?? 'FailedOperation.ImageNoSpecifiedCard');
		}
		const values = valuesOf(action);
		if (backFile) Object.assign(values, ON_THE_BACK[action]);
		return await answerOf(action, values, input);
	};

/** What only the back has; the sandbox takes any readable picture for it. */
const ON_THE_BACK: Record<string, Record<string, string>> = {
	MLIDCardOCR: { MyKadNumber: '000000-00-0000-00-00' },
	RecognizeThaiIDCardOCR: { LaserID: 'JT0-0000000-00' },
};

const valuesOf = (action: string): Record<string, string> =>
	Object.fromEntries(identityPapers[action].fields.map(([name, , value]) => [name, value]));

/** @throws TencentError */
export function checkParameters(action: string, input: Input): void {
	const { parameters, required } = documentedActions[action];
	const types = Object.fromEntries(
		Object.entries(parameters).map(([name, type]) => [name, type === 'bool' ? 'boolean' : type]),
	) as ParameterTypes;
	checkTypes(input, types);
	for (const name of required) {
		if (input[name] === undefined) {
			throw new TencentError('MissingParameter', `The request lacks \`${name}\`.`);
		}
	}
	for (const [name, choices] of Object.entries(CHOICES)) {
		if (input[name] && !choices.includes(String(input[name]))) {
			fail('InvalidParameterValue.InvalidParameterValueLimit');
		}
	}
	if (input.Config !== undefined && !isConfig(String(input.Config))) {
		fail('InvalidParameter.ConfigFormatError');
	}
}

/** Whether a text is the configuration of the Macao card. */
function isConfig(text: string): boolean {
	try {
		const { RetImage = '', ...others } = JSON.parse(text) as Record<string, unknown>;
		return ['', 'portrait'].includes(String(RetImage)) && Object.keys(others).length === 0;
	} catch {
		return false;
	}
}

/**
 * The file of a side.
 *
 * @param side '' or `Back`, in front of the parameters' names
 */
async function readFile(action: string, input: Input, side: string): Promise<Buffer> {
	const { maxBase64, urlsInChinaOnly, formats } = documentedActions[action];
	const [url, base64] = [input[`${side}ImageUrl`], input[`${side}ImageBase64`]];
	// Of the documented codes, this is the only one about a URL.
	if (url && urlsInChinaOnly) fail('FailedOperation.DownLoadError');
	const images = {
		...(typeof url === 'string' && { ImageUrl: url }),
		...(typeof base64 === 'string' && { ImageBase64: base64 }),
	};
	const file = await imageFile(images, maxBase64 * 1024 * 1024);
	await checkFormat(file, formats);
	return file;
}

/** @throws TencentError if a file is none of the formats, or damaged */
export async function checkFormat(file: Buffer, formats: string[]): Promise<void> {
	const isBmp = file.subarray(0, 2).toString('latin1') === 'BM';
	const isDocument = isPdf(file);
	if ((isBmp && !formats.includes('BMP')) || (isDocument && !formats.includes('PDF'))) {
		fail('FailedOperation.ImageDecodeFailed');
	}
	if (!isBmp && !isDocument) await readableImage(file, {});
}

async function anyBrazilianCard(specimen: string | undefined, input: Input): Promise<object> {
	const card = BRAZILIAN[specimen ?? ''];
	if (!card) return fail('FailedOperation.ImageNoSpecifiedCard');
	const [Type, name] = card;
	const values = (await answerOf(specimen!, valuesOf(specimen!), input)) as Input;
	// The data type within `Result` has no such field.
	delete values.AdvancedInfo;
	const Result = { RNE: null, RNM: null, IDCard: null, DriverLicense: null, [name]: values };
	return { Type, Result };
}

/** An answer with every documented field: empty where the specimen has none. */
async function answerOf(
	action: string,
	values: Record<string, string>,
	input: Input,
): Promise<object> {
	const wantsPortrait =
		PORTRAIT.some((name) => input[name] === true) || /portrait/.test(String(input.Config));
	const portrait = wantsPortrait ? await portraitImage() : '';
	const answer: Input = {};
	const { answer: paths } = documentedActions[action];
	for (const path of paths.map((each) => each.replace('[]', ''))) {
		if (path === 'RequestId' || /\.(Value|Polygon)/.test(path)) continue;
		const names = path.split('.');
		if (paths.some((other) => other.startsWith(`${path}.`) && !/\.(Value|Polygon)/.test(other))) {
			put(answer, names, {});
			continue;
		}
		const name = names.at(-1)!;
		const isCard = name === 'IdCardImage';
		const isPicture = /^(Small)?HeadImage$|Image$|^Photo$|^Profile$|Portrait|^RetImage$/.test(name);
		const picture = isCard && !input.CropIdCard ? '' : isCard ? await portraitImage() : portrait;
		const own = name in VALUES ? VALUES[name] : (values[path] ?? '');
		const value = isPicture ? picture : own;
		put(answer, names, paths.includes(`${path}.Value`) ? { Value: value, Polygon: [] } : value);
	}
	return answer;
}

function put(object: Input, [name, ...rest]: string[], value: unknown): void {
	if (rest.length === 0) object[name] = value;
	else put((object[name] ??= {}) as Input, rest, value);
}

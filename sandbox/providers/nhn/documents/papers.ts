import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { samplePath } from '../../../sampleRoutes';
import { koreanPapers } from '../../../samples/papers/korean';
import type { Paper } from '../../../samples/papers/paper';
import { boxOf } from '../../../samples/papers/paper';
import { fail } from '../errors';
import { fileTypeOf, openPicture } from '../recognize';

/** How sure the sandbox is of what it knows. */
const CONFIDENCE = 0.98;

/** The machine readable zone of the specimen passport, which another provider's node reads as well. */
const passport: Paper = {
	file: 'passport',
	title: 'PASSPORT',
	fields: [
		['countryCode', '', 'VNM'],
		['passportNo', '', 'X0000002'],
		['surName', '', 'TRAN'],
		['givenName', '', 'THI THU'],
		['dateOfBirthYMD', '', '19850202'],
		['dateOfExpiryYMD', '', '20320202'],
		['MRZ1', '', 'P<VNMTRAN<<THI<THU<<<<<<<<<<<<<<<<<<<<<<<<<<'],
		['MRZ2', '', 'X0000002<7VNM8502027F3202023000000000002<<28'],
	],
};

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const isSample = async (file: Buffer, name: string) =>
	hashOf(file) === hashOf(await readFile(samplePath(name)));

/** The corners of the value of a field, as NHN Cloud writes them. */
function corners(line: number, value: string) {
	const [left, top, right, bottom] = boxOf(line, value);
	return { x1: left, y1: top, x2: right, y2: top, x3: right, y3: bottom, x4: left, y4: bottom };
}

/** Fewer pixels make a low resolution. */
const resolutionOf = async (file: Buffer, [width, height]: [number, number]) => {
	const picture = await openPicture(file);
	return picture.width * picture.height < width * height ? 'low' : 'normal';
};

const PDF = Buffer.from('%PDF-');

/**
 * `/business`: the fields of the specimen, as a picture or a PDF.
 *
 * @throws NhnError 4000002, 4000003, 4000101, 4000103
 */
export async function business(file: Buffer) {
	const paper = koreanPapers.businessRegistration;
	const isPdf = file.subarray(0, PDF.length).equals(PDF);
	const fileType = isPdf ? 'pdf' : fileTypeOf(file);
	if (isPdf && file.includes('/Encrypt')) fail('4000103');
	const resolution = isPdf ? 'normal' : await resolutionOf(file, [1280, 720]);
	if (!(await isSample(file, `${paper.file}.${isPdf ? 'pdf' : 'png'}`))) fail('4000101');
	return {
		fileType,
		unitType: isPdf ? 'point' : 'pixel',
		keyValues: paper.fields.map(([key, , value]) => ({ key, value, conf: CONFIDENCE })),
		boxes: paper.fields.map(([, , value], line) => corners(line, value)),
		resolution,
	};
}

type Seal = (text: string) => string;

/**
 * `/credit-card`: number and date of the specimen.
 *
 * @param seal encrypts the values of the answer, if the request came in an envelope
 * @throws NhnError 4000002, 4000003, 4000111
 */
export async function creditCard(file: Buffer, seal: Seal = (text) => text) {
	const paper = koreanPapers.creditCard;
	const fileType = fileTypeOf(file);
	const resolution = await resolutionOf(file, [760, 480]);
	if (!(await isSample(file, `${paper.file}.png`))) fail('4000111');
	const [[, , number], [, , date]] = paper.fields;
	const parts = number.split(' ');
	return {
		fileType,
		resolution,
		cardNums: parts.map((part) => ({ value: seal(part), conf: CONFIDENCE })),
		totalCardNum: seal(parts.join('')),
		cardNumBoxes: parts.map((part) => corners(0, part)),
		validThru: { value: seal(date), conf: CONFIDENCE },
		validThruBox: corners(1, date),
	};
}

const cards = {
	resident: koreanPapers.residentCard,
	driver: koreanPapers.driverLicense,
	passport,
};

export type IdType = keyof typeof cards;

/** The values of a specimen card, by their keys. */
export const cardValues = (idType: IdType): Record<string, string> =>
	Object.fromEntries(cards[idType].fields.map(([key, , value]) => [key, value]));

/**
 * `/id-card`: the fields of a specimen card.
 *
 * @throws NhnError 4000002, 4000003, 4000121
 */
export async function idCard(file: Buffer, seal: Seal) {
	const fileType = fileTypeOf(file);
	const resolution = await resolutionOf(file, [760, 480]);
	for (const [idType, paper] of Object.entries(cards) as Array<[IdType, Paper]>) {
		if (!(await isSample(file, `${paper.file}.${idType === 'passport' ? 'jpg' : 'png'}`))) continue;
		return {
			fileType,
			resolution,
			idType,
			keyValues: paper.fields.map(([key, , value], line) => ({
				key,
				value: seal(value),
				conf: CONFIDENCE,
				bbox: corners(line, value),
			})),
			boxes: paper.fields.map(([, , value], line) => corners(line, value)),
		};
	}
	return fail('4000121');
}

import type { IDataObject, INodeParameters } from 'n8n-workflow';

/*
 * An answer per operation, written by hand from the guides of Document OCR and Document AI: their
 * samples, completed by their tables. The values are made up. Encrypted values are here as they are
 * before their encryption.
 */

const succeeded = (result: IDataObject): IDataObject => ({
	header: { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' },
	result,
});

/** The corners of an upright area. */
export const area = (left: number, top: number, right: number, bottom: number) => ({
	...{ x1: left, y1: top, x2: right, y2: top },
	...{ x3: right, y3: bottom, x4: left, y4: bottom },
});

const CARD = {
	fileType: 'png',
	resolution: 'low',
	cardNums: [
		{ value: '1111', conf: 0.87 },
		{ value: '2222', conf: 0.99 },
		{ value: '3333', conf: 0.97 },
		{ value: '4444', conf: 0.89 },
	],
	totalCardNum: '1111222233334444',
	cardNumBoxes: [
		area(62, 256, 192, 301),
		area(202, 256, 332, 301),
		area(342, 256, 472, 301),
		area(482, 256, 612, 301),
	],
	validThru: { value: '04/19', conf: 0.53 },
	validThruBox: area(316, 315, 426, 347),
};

const field = (key: string, value: string, conf: number, bbox = area(191, 75, 240, 95)) => ({
	...{ key, value, conf, bbox },
});

const RESIDENT = {
	fileType: 'png',
	resolution: 'low',
	idType: 'resident',
	keyValues: [
		field('name', '홍길동', 0.67),
		field('residentNumber', '000000-0000000', 0.91, area(190, 43, 382, 64)),
		field('issueDate', '2020.1.31', 0.86),
		field('issuer', '견본시장', 0.8, area(19, 10, 148, 52)),
	],
	boxes: [area(280, 271, 354, 305)],
};

export const DRIVER = {
	fileType: 'jpg',
	resolution: 'normal',
	idType: 'driver',
	keyValues: [
		field('driverLicenseNumber', '11-00-000000-00', 0.9),
		field('licenseType', '1종보통/2종소형', 0.8),
		field('name', '홍길동', 0.7),
		field('residentNumber', '000000-0******', 0.95),
		field('condition', 'none', 0.99),
		field('serialNum', 'A1B2C3', 0.98),
		field('issueDate', '2021.02.03', 0.97),
		field('issuer', '견본경찰청장', 0.96),
	],
	boxes: [],
};

/** The keys of a passport, in the documented order. */
export const PASSPORT_KEYS = [
	...['passportType', 'countryCode', 'passportNo', 'surName', 'givenName', 'nationality'],
	...['dateOfBirth', 'dateOfBirthYMD', 'sex', 'dateOfIssue', 'dateOfIssueYMD', 'dateOfExpiry'],
	...['dateOfExpiryYMD', 'koreanName', 'personalNo', 'MRZ1', 'MRZ2'],
];

export const PASSPORT = {
	fileType: 'png',
	resolution: 'normal',
	idType: 'passport',
	keyValues: PASSPORT_KEYS.map((key) => field(key, `값 ${key}`, 0.75)),
	boxes: [],
};

/** By operation. */
export const ANSWERS: Record<string, IDataObject> = {
	'document/documentAi': succeeded({
		llmResponse: 'This document appears to have been written using a meaningless text.',
	}),
	'document/businessStatus': succeeded({ statusCode: '00', statusMessage: '' }),
	'document/business': succeeded({
		fileType: 'png',
		unitType: 'pixel',
		keyValues: [
			{ key: '구분', value: ' 간이과세자', conf: 0.93 },
			{ key: '등록번호', value: '123-45-67890', conf: 1 },
		],
		boxes: [area(340, 3231, 523, 3297)],
		resolution: 'normal',
	}),
	'document/creditCard': succeeded(CARD),
	'document/creditCardPlain': succeeded(CARD),
	'identityCard/extract': succeeded(RESIDENT),
	'identityCard/extractStandAlone': succeeded(RESIDENT),
	'identityCard/verify': succeeded({ isAuthenticity: false }),
};

/** What the operations require beside a file, as the guides document it. */
export const PARAMETERS: Record<string, INodeParameters> = {
	'document/documentAi': { prompt: 'Give me a quick summary' },
	'document/businessStatus': { businessNumber: '1234567890' },
	'identityCard/verify': {
		requestKey: 'request-key-1',
		name: '홍길동',
		residentNumber: '000000-0000000',
		issueDate: '2020.1.31',
	},
};

/** The operations that read no file. */
export const WITHOUT_FILE = ['document/businessStatus', 'identityCard/verify'];

export const OPERATIONS_WITH_FILE = Object.keys(ANSWERS).filter(
	(operation) => !WITHOUT_FILE.includes(operation),
);

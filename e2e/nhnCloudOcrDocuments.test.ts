import type { IDataObject } from 'n8n-workflow';

import { onStage } from './support/provider';
import { readFile, wordsOf } from './support/workflow';

const stage = onStage({
	provider: 'nhn',
	type: 'n8n-nodes-cloud-ocr.nhnCloudOcr',
	credentialType: 'nhnCloudOcrApi',
	account: ({ credentials }) => credentials,
});
const { items, ocr, run, sample } = stage;

const actions = () => stage.sandbox.requests.map(({ action, code }) => `${action} ${code}`);

const RESIDENT = {
	...{ idType: 'resident', name: '홍견본', residentNumber: '000000-0000001' },
	...{ issueDate: '2020.1.31', issuer: '견본시장' },
};

/** A file of the sandbox, and what is read of it. */
const READ: Array<[resource: string, operation: string, file: string, row: IDataObject]> = [
	[
		...(['document', 'business', 'korean_business_registration.png'] as const),
		{ 구분: '간이과세자', 등록번호: '000-00-00001', 상호: '견본상회', unitType: 'pixel' },
	],
	[
		...(['document', 'business', 'korean_business_registration.pdf'] as const),
		{ 등록번호: '000-00-00001', fileType: 'pdf', unitType: 'point' },
	],
	[
		...(['document', 'creditCard', 'credit_card.png'] as const),
		{ cardNums: '0000; 1111; 2222; 3333', totalCardNum: '0000111122223333', validThru: '01/30' },
	],
	[
		...(['document', 'creditCardPlain', 'credit_card.png'] as const),
		{ totalCardNum: '0000111122223333' },
	],
	['identityCard', 'extract', 'resident_card.png', RESIDENT],
	[
		...(['identityCard', 'extractStandAlone', 'driver_license.png'] as const),
		{ idType: 'driver', driverLicenseNumber: '00-00-000000-01', serialNum: 'SPEC01' },
	],
	[
		...(['identityCard', 'extract', 'passport.jpg'] as const),
		{ idType: 'passport', surName: 'TRAN', passportType: null, requestKey: null },
	],
];

test.each(READ)('%s %s: %s', async (resource, operation, file, row) => {
	const [{ json }, ...others] = await items(
		readFile(sample(file)),
		ocr({ resource, operation, inputType: 'binary' }),
	);
	expect(others).toEqual([]);
	expect(json).toMatchObject({ fileName: file, ...row });
});

test('document documentAi: a question about a picture at a URL', async () => {
	const [{ json }] = await items(
		ocr({
			...{ resource: 'document', operation: 'documentAi', inputType: 'url' },
			...{ imageUrl: stage.url('korean_notice.png'), prompt: '무엇에 대한 안내문입니까?' },
		}),
	);
	expect(json.llmResponse).toMatch(
		/^SPECIMEN ANSWER to "무엇에 .*\?": the picture says .*SPECIMEN/,
	);
});

test('document businessStatus: a number, and one that nobody has', async () => {
	const check = { resource: 'document', operation: 'businessStatus' };
	const [{ json }] = await items(ocr({ ...check, businessNumber: '000-00-00006' }));
	expect(json).toEqual({
		...{ businessNumber: '0000000006', statusCode: '06', statusMessage: '폐업자' },
		inBusiness: false,
	});
	const { error } = await run(ocr({ ...check, businessNumber: '9999999999' }));
	expect(wordsOf(error!)).toMatch(/There is no business with this number\. .* \(4000102\)$/);
});

describe('identityCard verify', () => {
	const extract = { resource: 'identityCard', operation: 'extract', inputType: 'binary' };
	const verify = {
		...{ resource: 'identityCard', operation: 'verify', idType: '={{ $json.idType }}' },
		...{ requestKey: '={{ $json.requestKey }}', name: '={{ $json.name }}' },
		...{ residentNumber: '={{ $json.residentNumber }}', issueDate: '={{ $json.issueDate }}' },
		driverLicenseNumber: '={{ $json.driverLicenseNumber }}',
		options: { serialNum: '={{ $json.serialNum }}' },
	};
	const check = (file: string, change = {}) => [
		readFile(sample(file)),
		ocr(extract, { name: 'Extract' }),
		ocr({ ...verify, ...change }),
	];

	test.each(['resident_card.png', 'driver_license.png'])(
		'%s: the columns of Extract are the fields of Verify',
		async (file) => {
			const [{ json }] = await items(...check(file));
			expect(json).toMatchObject({ isAuthenticity: true });
			expect(actions().filter((action) => !/public-keys/.test(action))).toEqual([
				'v2.0 id-card OK',
				'v2.0 id-card/authenticity OK',
			]);
		},
	);

	test('another name is not genuine', async () => {
		const [{ json }] = await items(...check('driver_license.png', { name: '박견본' }));
		expect(json).toMatchObject({ isAuthenticity: false });
	});
});

test('a public key that is out of date is fetched again', async () => {
	stage.sandbox.faults.add({ provider: 'nhn', code: '4000301' });
	const [{ json }] = await items(
		readFile(sample('resident_card.png')),
		ocr({ resource: 'identityCard', operation: 'extractStandAlone', inputType: 'binary' }),
	);
	expect(json).toMatchObject(RESIDENT);
	expect(actions().filter((action) => /stand-alone/.test(action))).toEqual([
		'v2.0 id-card/stand-alone 4000301',
		'v2.0 id-card/stand-alone OK',
	]);
});

import { readFileSync } from 'node:fs';

import nock from 'nock';
import sharp from 'sharp';

import { samplePath } from '../../sandbox/sampleRoutes';
import type { Sandbox } from '../../sandbox/server';
import { specimens } from '../../sandbox/samples/specimens';
import type { DrawnText } from '../../sandbox/samples/specimens';
import { tableScene } from '../../sandbox/samples/specimens/draw';
import { startSandbox } from '../../sandbox/server';
import { expectDocumentedSide, sidesIn, textOf } from './visionAnswers';
import type { Answer, Side } from './visionAnswers';

const sample = (name: string) => readFileSync(samplePath(name));

let sandbox: Sandbox;
const log: string[] = [];

beforeAll(async () => {
	nock.enableNetConnect('127.0.0.1');
	sandbox = await startSandbox({ log: (line) => log.push(line) });
});
afterAll(async () => await sandbox?.close());

interface Keys {
	apiKey: string;
	apiSecret: string;
}

const vision = () => sandbox.providers.computerVisionVietnam;
const basic = ({ apiKey, apiSecret }: Keys) => ({
	authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`,
});

/** Sends a request; `query` may leave out or change what the documentation asks for. */
async function send(
	path: string,
	query: Record<string, string>,
	{ headers, ...init }: RequestInit = {},
): Promise<Response> {
	return await fetch(`${vision().baseUrl}/api/v2/${path}?${new URLSearchParams(query)}`, {
		...init,
		headers: { ...basic(vision().credentials), ...headers },
	});
}

/** The answer of a response that is an HTTP 200. */
async function answerOf(response: Promise<Response>): Promise<Answer> {
	const { status, json } = await response.then(async (got) => ({
		status: got.status,
		json: (await got.json()) as Answer,
	}));
	expect(status).toBe(200);
	expect(Object.keys(json).sort()).toEqual(['data', 'errorCode', 'errorMessage']);
	return json;
}

type Files = Record<string, Buffer>;
type Form = (path: string, files: Files, thumbs?: boolean) => Promise<Response>;

const asFile: Form = async (path, files, thumbs = false) => {
	const body = new FormData();
	for (const [name, file] of Object.entries(files)) body.set(name, new Blob([file]), 'a.jpg');
	return await send(
		path,
		{ format_type: 'file', get_thumb: `${thumbs}` },
		{ method: 'POST', body },
	);
};

const asBase64: Form = async (path, files, thumbs = false) => {
	const texts = Object.entries(files).map(([name, file]) => [name, file.toString('base64')]);
	return await sendJson(path, Object.fromEntries(texts), thumbs);
};

const sendJson = async (path: string, body: unknown, thumbs = false) =>
	await send(
		path,
		{ format_type: 'base64', get_thumb: `${thumbs}` },
		{
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		},
	);

/** Sends the URLs of samples. */
const asUrl = async (path: string, names: Record<string, string>, thumbs = false) => {
	const urls = Object.entries(names).map(([name, file]) => [
		name,
		file.includes('://') ? file : `${sandbox.url}/samples/${file}`,
	]);
	const query = { ...Object.fromEntries(urls), format_type: 'url', get_thumb: `${thumbs}` };
	return await send(path, query);
};

const bySample = async (path: string, name: string, thumbs = false) =>
	await answerOf(asFile(path, { img: sample(name) }, thumbs));

const typesIn = (answer: Answer) => sidesIn(answer).map(({ type }) => type);

/** The bytes of a JPEG that came as base64 in lines. */
function jpegIn(image: unknown): Buffer {
	expect(image).toMatch(/^([A-Za-z0-9+/]{76}\n)*[A-Za-z0-9+/]{1,76}={0,2}\n$/);
	return Buffer.from(String(image), 'base64');
}

describe('each operation in each form', () => {
	const front = 'chip_id_card_front';
	const back = 'chip_id_card_back';
	const carFront = 'vehicle_registration_front';
	const carBack = 'vehicle_registration_back';
	test.each<[string, string[], string[]]>([
		['ocr/card', [front], [front]],
		['ekyc/card', [back], [back]],
		['ekyc/cards', [front, back], [back, front]],
		['ocr/vehicle_registration', [carFront], [carFront]],
		['ocr/vehicle_registrations', [carFront, carBack], [carFront, carBack]],
	])('%s of %j', async (path, images, types) => {
		const name = (i: number) => (images.length === 1 ? 'img' : `img${i + 1}`);
		const names = Object.fromEntries(images.map((image, i) => [name(i), `${image}.jpg`]));
		const files = Object.fromEntries(images.map((image, i) => [name(i), sample(`${image}.jpg`)]));
		const byUrl = await answerOf(asUrl(path, names));
		expect(byUrl).toMatchObject({ errorCode: '0', errorMessage: 'Success' });
		expect(typesIn(byUrl)).toEqual(types);
		sidesIn(byUrl).forEach(expectDocumentedSide);
		expect(await answerOf(asFile(path, files))).toEqual(byUrl);
		expect(await answerOf(asBase64(path, files))).toEqual(byUrl);
	});

	test('ocr/document/general', async () => {
		const path = 'ocr/document/general';
		const byUrl = await answerOf(asUrl(path, { img: 'vietnamese_letter.png' }));
		const text = textOf(byUrl.data);
		expect(text).toMatch(/Bức thư này được viết để kiểm tra việc nhận dạng chữ tiếng Việt/);
		expect(text).toMatch(/1\.250\.000 đồng/);
		expect(text).toMatch(/This paragraph is in English/);
		const files = { img: sample('vietnamese_letter.png') };
		expect(await answerOf(asFile(path, files))).toEqual(byUrl);
		expect(await answerOf(asBase64(path, files))).toEqual(byUrl);
	});
});

describe('general text', () => {
	const path = 'ocr/document/general';

	test('all pages of a PDF, without and with thumbs', async () => {
		const { data } = await bySample(path, 'letter.pdf');
		expect((data as unknown[]).map((page) => textOf([page]))).toEqual([
			expect.stringMatching(/first page explains why/),
			expect.stringMatching(/Forty blue chairs/),
			expect.stringMatching(/Payment is due/),
		]);
		const withThumbs = (await bySample(path, 'letter.pdf', true)).data as Array<{
			image: string;
			result: unknown;
		}>;
		expect(withThumbs.map(({ result }) => result)).toEqual(data);
		for (const { image } of withThumbs) {
			const { format, width = 0, height = 0 } = await sharp(jpegIn(image)).metadata();
			expect(format).toBe('jpeg');
			expect(height / width).toBeCloseTo(842 / 595, 1);
		}
	});

	test('the thumb of a picture that lies on its side is upright, and the boxes are its', async () => {
		const lying = await sharp(sample('vietnamese_letter.png'))
			.rotate(90)
			.jpeg()
			.withMetadata({ orientation: 8 })
			.toBuffer();
		const { data } = await answerOf(asFile(path, { img: lying }, true));
		const [{ image, result }] = data as Array<{ image: string; result: unknown }>;
		expect(await sharp(jpegIn(image)).metadata()).toMatchObject({ width: 1240, height: 1100 });
		expect(textOf([result])).toMatch(/Kính gửi ông Nguyễn/);
	});
});

describe('cards', () => {
	test('a front and a back have what stands on them', async () => {
		const [front] = sidesIn(await bySample('ocr/card', 'chip_id_card_front.jpg'));
		expect(front).toEqual({ type: 'chip_id_card_front', info: expect.any(Object) });
		expect(front.info).toMatchObject({
			id: '000000000001',
			name: 'NGUYỄN VĂN MẪU',
			dob: '01/01/1990',
			due_date: '01/01/2030',
			address: '1 Phố Mẫu, Thử Nghiệm, Ví Dụ, Tưởng Tượng',
			address_ward: 'Thử Nghiệm',
			address_ward_code: '99999',
			image: '',
		});
		const [back] = sidesIn(await bySample('ocr/card', 'chip_id_card_back.jpg'));
		expect(back.info).toMatchObject({ person_number: '000000000001', issue_date: '01/01/2021' });
		const [passport] = sidesIn(await bySample('ocr/card', 'passport.jpg'));
		expect(passport).toMatchObject({ type: 'passport', info: { id: 'X0000002', country: 'VNM' } });
		expectDocumentedSide(passport);
	});

	test('the back comes first, whichever picture shows it', async () => {
		const img1 = 'chip_id_card_back.jpg';
		const img2 = 'chip_id_card_front.jpg';
		const types = ['chip_id_card_back', 'chip_id_card_front'];
		expect(typesIn(await answerOf(asUrl('ekyc/cards', { img1, img2 })))).toEqual(types);
		expect(typesIn(await answerOf(asUrl('ekyc/cards', { img1: img2, img2: img1 })))).toEqual(types);
	});

	test('boxes are where the fields stand, confidences differ', async () => {
		const picture = sample('two_cards.jpg');
		const sides = sidesIn(await answerOf(asFile('ocr/card', { img: picture })));
		expect(sides.map(({ type }) => type)).toEqual(['chip_id_card_front', 'chip_id_card_back']);
		const textAt = async (box: unknown) => {
			const [left, top, right, bottom] = box as number[];
			const cut = sharp(picture).extract({
				left: left - 12,
				top: top - 12,
				width: right - left + 24,
				height: bottom - top + 24,
			});
			const files = { img: await cut.png().toBuffer() };
			return textOf((await answerOf(asFile('ocr/document/general', files))).data);
		};
		const [front, back] = sides;
		expect(await textAt(front.info.id_box)).toMatch(/^0{11}1$/);
		expect(await textAt(front.info.dob_box)).toMatch(/01\/01\/1990/);
		expect(await textAt(back.info.issue_date_box)).toMatch(/01\/01\/2021/);
		const confidences = Object.entries(front.info).filter(([name]) => /confidence/.test(name));
		expect(new Set(confidences.map(([, value]) => value)).size).toBeGreaterThan(1);
	});

	test('ekyc/card: one side with its warning, lists without', async () => {
		const photo = await bySample('ekyc/card', 'chip_id_card_front.jpg');
		expect(photo.data).toEqual({
			type: 'chip_id_card_front',
			info: expect.any(Object),
			valid: 'True',
			invalidCode: '0',
			invalidMessage: 'Successful',
		});
		for (const file of ['two_cards.jpg', 'cards.pdf']) {
			const { data } = await bySample('ekyc/card', file);
			expect(data).toEqual([
				{ type: 'chip_id_card_front', info: expect.objectContaining({ id: '000000000001' }) },
				{ type: 'chip_id_card_back', info: expect.objectContaining({ given_name: 'VAN MAU' }) },
			]);
			(data as Side[]).forEach(expectDocumentedSide);
		}
		expect((await bySample('ocr/card', 'cards.pdf')).data).toHaveLength(2);
	});

	test('a photocopy has its fields and a warning; so has a picture that a user turns grey', async () => {
		const warning = {
			valid: 'False',
			invalidCode: '2',
			invalidMessage: 'The picture is a photocopy version of the id card',
		};
		const photocopy = await bySample('ekyc/card', 'chip_id_card_photocopy.jpg');
		expect(photocopy.data).toMatchObject(warning);
		sidesIn(photocopy).forEach(expectDocumentedSide);
		const grey = await sharp(sample('chip_id_card_back.jpg')).grayscale().png().toBuffer();
		const files = { img1: sample('chip_id_card_front.jpg'), img2: grey };
		expect((await answerOf(asFile('ekyc/cards', files))).data).toMatchObject([
			{ type: 'chip_id_card_back', ...warning },
			{ type: 'chip_id_card_front', valid: 'True', invalidCode: '0', invalidMessage: 'Successful' },
		]);
	});

	test.each<[string, string, string, Array<Partial<Side>>]>([
		[
			'a photocopied back',
			'chip_id_card_front.jpg',
			'chip_id_card_back_photocopy.jpg',
			[
				{ type: 'chip_id_card_back', valid: 'False', invalidCode: '2' },
				{ type: 'chip_id_card_front', valid: 'True', invalidCode: '0' },
			],
		],
		[
			'one side only',
			'blank.png',
			'chip_id_card_back.jpg',
			[{ type: 'chip_id_card_back', valid: 'True' }],
		],
		[
			'the front sent twice',
			'chip_id_card_front.jpg',
			'chip_id_card_front.jpg',
			[{ type: 'chip_id_card_front' }, { type: 'chip_id_card_front' }],
		],
		[
			'a foreign side',
			'passport.jpg',
			'chip_id_card_back.jpg',
			[{ type: 'chip_id_card_back' }, { type: 'passport' }],
		],
	])('two sides: %s', async (_, img1, img2, expected) => {
		const sides = sidesIn(await answerOf(asUrl('ekyc/cards', { img1, img2 })));
		expect(sides).toHaveLength(expected.length);
		expect(sides).toMatchObject(expected);
		sides.forEach(expectDocumentedSide);
	});

	test('two sides: sides of one photo have no verdict', async () => {
		const [img1, img2] = ['two_cards.jpg', 'chip_id_card_back.jpg'];
		const sides = sidesIn(await answerOf(asUrl('ekyc/cards', { img1, img2 })));
		expect(sides.map(({ type, valid }) => [type, valid])).toEqual([
			['chip_id_card_back', undefined],
			['chip_id_card_back', 'True'],
			['chip_id_card_front', undefined],
		]);
	});

	test.each(['chip_id_card_front', 'chip_id_card_back', 'passport'])(
		'%s as a smaller PNG',
		async (type) => {
			const smaller = sharp(sample(`${type}.jpg`))
				.resize(600)
				.png();
			const files = { img: await smaller.toBuffer() };
			expect(typesIn(await answerOf(asBase64('ocr/card', files)))).toEqual([type]);
		},
	);

	test("the same form with somebody else's data is no specimen", async () => {
		const { chipIdCardFront } = specimens;
		const scene = async (texts: DrawnText[]) => {
			const placed = { specimen: { ...chipIdCardFront, texts }, x: 80, y: 70 };
			const img = await sharp(Buffer.from(tableScene(1160, 770, [placed])))
				.png()
				.toBuffer();
			return await answerOf(asFile('ocr/card', { img }));
		};
		expect(await scene(chipIdCardFront.texts)).toMatchObject({ errorCode: '0' });
		const others = chipIdCardFront.texts.map((line) =>
			line.field ? { ...line, text: 'Hoàng 987' } : line,
		);
		expect(await scene(others)).toMatchObject({ errorCode: '1' });
	});

	test('thumbs are the card alone, upright', async () => {
		const answers = [
			await bySample('ocr/card', 'two_cards.jpg', true),
			await bySample('ocr/vehicle_registration', 'vehicle_registration_back.jpg', true),
		];
		const sides = answers.flatMap(sidesIn);
		expect(sides).toHaveLength(3);
		for (const { type, info } of sides) {
			const jpeg = jpegIn(info.image);
			const { format, width = 0, height = 0 } = await sharp(jpeg).metadata();
			expect(format).toBe('jpeg');
			expect(width / height).toBeCloseTo(1000 / 630, 1);
			const path = type.startsWith('vehicle') ? 'ocr/vehicle_registration' : 'ocr/card';
			expect(typesIn(await answerOf(asFile(path, { img: jpeg })))).toEqual([type]);
		}
	});
});

test('one side of a registration comes alone', async () => {
	const names = { img1: 'vehicle_registration_back.jpg', img2: 'passport.jpg' };
	expect(typesIn(await answerOf(asUrl('ocr/vehicle_registrations', names)))).toEqual([
		'vehicle_registration_back',
	]);
});

test('registrations have what stands on them, and no boxes', async () => {
	const path = 'ocr/vehicle_registrations';
	const files = {
		img1: sample('vehicle_registration_back.jpg'),
		img2: sample('vehicle_registration_front.jpg'),
	};
	const { data } = await answerOf(asBase64(path, files));
	const plate = '00A-000.03';
	expect(data).toEqual([
		{
			type: 'vehicle_registration_back',
			info: expect.objectContaining({ plate, engine: 'MAY000003', sit: '05', image: '' }),
		},
		{
			type: 'vehicle_registration_front',
			info: expect.objectContaining({ plate, name: 'LÊ VĂN THỬ', image: '' }),
		},
	]);
	expect(JSON.stringify(data)).not.toMatch(/_box/);
});

describe('errors', () => {
	const general = 'ocr/document/general';
	const error = (errorCode: string) => ({
		data: '',
		errorCode,
		errorMessage: [
			'The photo does not contain content',
			'Url is unavailable',
			'Incorrect image format',
			'Out of requests',
			'Incorrect api_key or api_secret',
			'Incorrect format type',
		][Number(errorCode) - 1],
	});
	const blank = () => ({ img: sample('blank.png') });

	test.each<[string, string, () => Promise<Response>]>([
		['1', 'a picture without text', async () => await asFile(general, blank())],
		['1', 'no document', async () => await asFile('ocr/card', { img: sample('receipt.jpg') })],
		['1', 'another document', async () => await asUrl('ocr/card', { img: carFront })],
		['1', 'a card', async () => await asUrl('ocr/vehicle_registration', { img: cardFront })],
		[
			'1',
			'neither side',
			async () => await asUrl('ekyc/cards', { img1: carFront, img2: 'blank.png' }),
		],
		['2', 'no URL', async () => await asUrl(general, {})],
		['2', 'a URL that is none', async () => await asUrl(general, { img: 'nonsense://' })],
		['2', 'a missing page', async () => await asUrl(general, { img: 'missing.png' })],
		['2', 'a missing second URL', async () => await asUrl('ekyc/cards', { img1: cardFront })],
		['3', 'no file', async () => await asFile(general, { other: sample('blank.png') })],
		['3', 'no second file', async () => await asFile('ekyc/cards', { img1: sample(cardFront) })],
		['3', 'an empty file', async () => await asFile(general, { img: Buffer.alloc(0) })],
		['3', 'a text file', async () => await asFile(general, { img: Buffer.from('text') })],
		[
			'3',
			'a URL that is no picture',
			async () => await asUrl(general, { img: sandbox.url + '/_sandbox/requests' }),
		],
		[
			'3',
			'half a picture',
			async () => await asFile(general, { img: sample(cardFront).subarray(0, 9000) }),
		],
		[
			'3',
			'half a PDF',
			async () => await asFile(general, { img: sample('letter.pdf').subarray(0, 500) }),
		],
		[
			'3',
			'a PDF of a registration',
			async () => await asFile('ocr/vehicle_registration', { img: sample('cards.pdf') }),
		],
		[
			'3',
			'a PDF for two sides',
			async () => await asUrl('ekyc/cards', { img1: cardFront, img2: 'cards.pdf' }),
		],
		['3', 'no base64', async () => await sendJson(general, {})],
		[
			'3',
			'a data URI',
			async () => await sendJson(general, { img: `data:image/png;base64,${base64()}` }),
		],
		['3', 'no JSON', async () => await sendJson(general, '{"img":')],
		['3', 'JSON that is no object', async () => await sendJson(general, 'null')],
		['6', 'no format_type', async () => await send(general, { img: 'x' })],
		[
			'6',
			'an unknown format_type',
			async () => await send(general, { img: 'x', format_type: 'x' }),
		],
		['6', 'GET for a file', async () => await send(general, { format_type: 'file' })],
		[
			'6',
			'POST for a URL',
			async () => await send(general, { format_type: 'url' }, { method: 'POST' }),
		],
		[
			'6',
			'JSON for a file',
			async () => await send(general, { format_type: 'file' }, { method: 'POST', body: '{}' }),
		],
		[
			'6',
			'a form for base64',
			async () =>
				await send(general, { format_type: 'base64' }, { method: 'POST', body: new FormData() }),
		],
	])('%s: %s', async (errorCode, _, request) => {
		expect(await answerOf(request())).toEqual(error(errorCode));
		expect(sandbox.requests.at(-1)).toMatchObject({
			code: errorCode,
			provider: 'computerVisionVietnam',
		});
	});
	const carFront = 'vehicle_registration_front.jpg';
	const cardFront = 'chip_id_card_front.jpg';
	const base64 = () => sample('blank.png').toString('base64');

	test('base64 with line breaks is none', async () => {
		const img = sample('vietnamese_letter.png').toString('base64').replace(/.{76}/g, '$&\n');
		expect(await answerOf(sendJson(general, { img: `${img}\n` }))).toMatchObject({
			errorCode: '0',
		});
	});

	test('keys come first, requests left second', async () => {
		const { credentials, exhaustedCredentials } = vision();
		const withHeaders = async (headers: Record<string, string>) =>
			await answerOf(send(general, { format_type: 'nonsense' }, { headers }));
		expect(await withHeaders(basic({ ...credentials, apiKey: 'x' }))).toEqual(error('5'));
		expect(await withHeaders(basic({ ...credentials, apiSecret: 'x' }))).toEqual(error('5'));
		expect(await withHeaders({ authorization: '' })).toEqual(error('5'));
		expect(await withHeaders({ authorization: 'Bearer x' })).toEqual(error('5'));
		expect(await withHeaders(basic(exhaustedCredentials))).toEqual(error('4'));
		expect(await withHeaders(basic(credentials))).toEqual(error('6'));
	});

	test('a large upload is answered, with a wrong key too', async () => {
		const large = Buffer.concat([sample('blank.png'), Buffer.alloc(30 * 1024 * 1024)]);
		expect(await answerOf(asFile(general, { img: large }))).toEqual(error('1'));
		expect(await answerOf(asBase64(general, { img: large }))).toEqual(error('1'));
		const body = new FormData();
		body.set('img', new Blob([large]), 'a.png');
		const headers = { authorization: 'Basic x' };
		const init = { method: 'POST', body, headers };
		expect(await answerOf(send(general, { format_type: 'file' }, init))).toEqual(error('5'));
	});

	test('faults are answered as asked for, after the keys', async () => {
		const provider = 'computerVisionVietnam';
		sandbox.faults.add({ provider, code: '4', skip: 1, httpStatus: 429, retryAfter: 7 });
		sandbox.faults.add({ provider, code: '2' });
		const headers = basic({ apiKey: 'x', apiSecret: 'x' });
		expect(await answerOf(send(general, {}, { headers }))).toEqual(error('5'));
		expect(await answerOf(asFile(general, blank()))).toEqual(error('1'));
		const fault = await asFile(general, blank());
		expect(fault.status).toBe(429);
		expect(fault.headers.get('retry-after')).toBe('7');
		expect(await fault.json()).toEqual(error('4'));
		expect(await answerOf(asFile(general, blank()))).toEqual(error('2'));
		expect(await answerOf(asFile(general, blank()))).toEqual(error('1'));
	});
});

test('what it says holds no key, secret or image', () => {
	const said = [...log, JSON.stringify(sandbox.requests)].join('\n');
	expect(said).toMatch(/computerVisionVietnam {2}ocr\/document\/general {2}200 OK/);
	const { credentials, exhaustedCredentials } = vision();
	for (const { apiKey, apiSecret } of [credentials, exhaustedCredentials]) {
		expect(said).not.toContain(apiKey);
		expect(said).not.toContain(apiSecret);
		expect(said).not.toContain(basic({ apiKey, apiSecret }).authorization.slice(6));
	}
	expect(said).not.toMatch(/[A-Za-z0-9+/]{100}/);
});

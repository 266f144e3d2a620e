import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { BMP, fileItem, JPEG, PNG } from '../support/files';
import { textOf } from '../support/runNode';
import type { SentRequest } from '../support/wire';
import { formFiles } from '../support/wire';
import { answerWith, run, SECRET_KEY, wordOf } from './nhn';

async function sent(
	parameters: INodeParameters,
	file = PNG,
	credential: IDataObject = {},
): Promise<SentRequest> {
	const requests = answerWith(() => wordOf('a'));
	const { error } = await run(parameters, { items: [fileItem({ data: file })], credential });
	expect(error).toBeUndefined();
	expect(requests).toHaveLength(1);
	return requests[0];
}

describe.each([
	['text', 'extract', '/v1.0/appkeys/app-key/general'],
	['text', 'extractSegmented', '/v1.0/appkeys/app-key/general/cropping'],
])('%s: %s', (_resource, operation, path) => {
	test('URL: JSON', async () => {
		const request = await sent({ operation, inputType: 'url' });
		expect(request).toMatchObject({ method: 'POST', path, query: '' });
		expect(request.headers).toMatchObject({
			authorization: SECRET_KEY,
			'content-type': 'application/json',
		});
		expect(JSON.parse(request.body.toString())).toEqual({ imageUrl: 'https://example.com/a.png' });
	});

	test.each([
		['PNG', PNG, 'image.png', 'image/png'],
		['JPEG', JPEG, 'image.jpg', 'image/jpeg'],
	])('file: a %s in a form', async (_, file, fileName, type) => {
		const request = await sent({ operation, inputType: 'binary' }, file);
		expect(request).toMatchObject({ method: 'POST', path, query: '' });
		expect(request.headers).toMatchObject({
			authorization: SECRET_KEY,
			'content-length': String(request.body.length),
			'content-type': expect.stringMatching(/^multipart\/form-data; boundary=[\w-]+$/),
		});
		expect(await formFiles(request)).toEqual([{ name: 'image', fileName, type, bytes: file }]);
	});

	test('base64: decoded into a form', async () => {
		const request = await sent({
			operation,
			inputType: 'base64',
			imageBase64: `data:image/png;base64,${PNG.toString('base64').replace(/.{20}/g, '$&\r\n')}`,
		});
		expect(request).toMatchObject({ method: 'POST', path });
		expect(await formFiles(request)).toEqual([
			{ name: 'image', fileName: 'image.png', type: 'image/png', bytes: PNG },
		]);
	});
});

test('keys that were pasted with white space, and need encoding', async () => {
	const { path, headers } = await sent({}, PNG, {
		appKey: ' a/b\n',
		secretKey: ` ${SECRET_KEY}\n`,
	});
	expect(path).toBe('/v1.0/appkeys/a%2Fb/general');
	expect(headers.authorization).toBe(SECRET_KEY);
});

test('a custom endpoint with a slash at its end', async () => {
	const requests = answerWith(() => wordOf('a'), 'http://127.0.0.1:9999');
	await run(
		{},
		{ credential: { baseUrl: 'custom', customBaseUrl: 'http://127.0.0.1:9999/proxy/ ' } },
	);
	expect(requests.map(({ path }) => path)).toEqual(['/proxy/v1.0/appkeys/app-key/general']);
});

describe('what is refused before anything is sent', () => {
	const refusal = async (parameters: INodeParameters, file = PNG) => {
		const requests = answerWith(() => wordOf('a'));
		const { error } = await run(parameters, { items: [fileItem({ data: file })] });
		expect(requests).toHaveLength(0);
		return textOf(error);
	};

	test.each(['http://example.com:8080/a.png', 'https://example.com:9999/', 'https://a.b:12001/x'])(
		'port of %s',
		async (imageUrl) => {
			expect(await refusal({ imageUrl })).toMatch(
				/^\S+: The image URL has port \d+, .* ports 80, 443 and 10000 to 12000\. Serve the image/,
			);
		},
	);

	test.each([
		'http://example.com:80/a.png',
		'https://example.com:443/a.png',
		'http://example.com:443/a.png',
		'https://example.com:10000/a.png',
		'http://example.com:12000/a.png',
	])('not the port of %s', async (imageUrl) => {
		const { body } = await sent({ imageUrl });
		expect(JSON.parse(body.toString())).toEqual({ imageUrl });
	});

	test('a file that is not JPG or PNG', async () => {
		expect(await refusal({ inputType: 'binary' }, BMP)).toBe(
			'a.png: The image has the file type BMP, but NHN Cloud accepts only JPEG or PNG. Convert it first.',
		);
		expect(await refusal({ inputType: 'binary' }, Buffer.from('%PDF-1.7'))).toMatch(
			/file type PDF/,
		);
	});

	test('a file beyond 20 MB, and not one of 20 MB', async () => {
		const file = Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024 - PNG.length)]);
		const { body } = await sent({ inputType: 'binary' }, file);
		expect(body.length).toBeGreaterThan(file.length);
		const larger = Buffer.concat([file, Buffer.alloc(1)]);
		expect(await refusal({ inputType: 'binary' }, larger)).toBe(
			'a.png: The image is 20,971,521 bytes, but NHN Cloud accepts at most 20,971,520 bytes. Resize or split it first.',
		);
	});
});

import type { Failure } from '../../nodes/shared/engine/errors/failure';
import { checkResponse } from '../../nodes/TencentCloudOcr/response';
import { inspectAll } from '../support/inspectAll';
import { textOf } from '../support/runNode';
import { answerWith, failure, lineOf, REQUEST_ID, run, SECRET_KEY, SESSION_TOKEN } from './tencent';

/**
 * The error codes that the documentation of the actions lists, those of text recognition in the newest
 * SDKs of both sites, and those that all actions share.
 */
const ITEM_CODES = [
	'FailedOperation.CardSideError',
	'FailedOperation.DetectFailed',
	'FailedOperation.DownLoadError',
	'FailedOperation.EmptyImageError',
	'FailedOperation.FieldException',
	'FailedOperation.IdCardInfoIllegal',
	'FailedOperation.IdCardTooSmall',
	'FailedOperation.IllegalBankCardError',
	'FailedOperation.ImageBlur',
	'FailedOperation.ImageDecodeFailed',
	'FailedOperation.ImageNoIdCard',
	'FailedOperation.ImageNoSpecifiedCard',
	'FailedOperation.ImageSizeTooLarge',
	'FailedOperation.InconsistencyBetweenMRZAndVRZ',
	'FailedOperation.InvalidPostalCodeLength',
	'FailedOperation.InvoiceMismatch',
	'FailedOperation.LanguageNotSupport',
	'FailedOperation.MultiCardError',
	'FailedOperation.NoBankCardError',
	'FailedOperation.NoHKIDCard',
	'FailedOperation.NoMASIDCard',
	'FailedOperation.NoPassport',
	'FailedOperation.OcrFailed',
	'FailedOperation.UnKnowError',
	'FailedOperation.UnKnowFileTypeError',
	'FailedOperation.UnsupportedInvoice',
	'InvalidParameter.ConfigFormatError',
	'InvalidParameter.EngineImageDecodeFailed',
	'InvalidParameterValue.InvalidFileContentSize',
	'InvalidParameterValue.InvalidParameterValueLimit',
	'LimitExceeded.TooLargeFileError',
	'MissingParameter',
	'RequestSizeLimitExceeded',
	'ResourceUnavailable.ImageDownloadError',
	'UnknownParameter',
];
const RUN_CODES = [
	'AuthFailure.InvalidAuthorization',
	'AuthFailure.InvalidSecretId',
	'AuthFailure.MFAFailure',
	'AuthFailure.SecretIdNotFound',
	'AuthFailure.SignatureExpire',
	'AuthFailure.SignatureFailure',
	'AuthFailure.TokenFailure',
	'AuthFailure.UnauthorizedOperation',
	'FailedOperation.ArrearsError',
	'FailedOperation.CountLimitError',
	'FailedOperation.UnOpenError',
	'FailedOperation.UserQuotaError',
	'InvalidAction',
	'IpInBlacklist',
	'ResourceUnavailable.InArrears',
	'ResourceUnavailable.ResourcePackageRunOut',
	'ResourcesSoldOut.ChargeStatusException',
	'UnsupportedRegion',
];
const RETRIED_CODES = [
	'FailedOperation.DbError',
	'FailedOperation.EngineRecognizeTimeout',
	'FailedOperation.LLMServiceFailed',
	'FailedOperation.WarningServiceFailed',
	'InternalError',
	'RequestLimitExceeded',
	'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
	'RequestLimitExceeded.IPLimitExceeded',
	'RequestLimitExceeded.UinLimitExceeded',
	'ServiceUnavailable',
];

test.each([...ITEM_CODES, ...RUN_CODES])(
	'%s: one request, an error that says what to do, with the code and all that Tencent said',
	async (code) => {
		const requests = answerWith(() => failure(code, 'As documented.'));
		const { error } = await run({});
		expect(requests).toHaveLength(1);
		expect(error!.name).toBe('NodeApiError');
		expect(error!.message).toMatch(/^a\.png: /);
		const said = `Tencent Cloud says: As documented. Request ID: ${REQUEST_ID} (${code})`;
		expect(error!.description!.endsWith(`. ${said}`)).toBe(true);
		expect(error!.context!.itemIndex).toBe(0);
	},
);

/** Codes that only their family tells something of, if it does. */
const UNKNOWN_CODES = [
	'SomeNewCode',
	...['AuthFailure', 'FailedOperation', 'InvalidParameter', 'InvalidParameterValue'].map(
		(family) => `${family}.SomeNewCode`,
	),
];

test('every code has words of its own, but for codes of the same trouble', async () => {
	const codesOf = new Map<string, string[]>();
	let code = '';
	answerWith(() => failure(code));
	for (code of [...ITEM_CODES, ...RUN_CODES, ...UNKNOWN_CODES]) {
		const words = textOf((await run({ options: { requestsPerSecond: 1_000 } })).error).replace(
			`(${code})`,
			'',
		);
		codesOf.set(words, [...(codesOf.get(words) ?? []), code]);
	}
	expect([...codesOf.values()].filter(({ length }) => length > 1)).toEqual([
		['FailedOperation.DownLoadError', 'ResourceUnavailable.ImageDownloadError'],
		['FailedOperation.ImageDecodeFailed', 'InvalidParameter.EngineImageDecodeFailed'],
		[
			'FailedOperation.ImageSizeTooLarge',
			'LimitExceeded.TooLargeFileError',
			'RequestSizeLimitExceeded',
		],
		['FailedOperation.ArrearsError', 'ResourceUnavailable.InArrears'],
	]);
});

test('a code that is not documented keeps its name and the words of Tencent Cloud', async () => {
	answerWith(() => failure('FailedOperation.NewTrouble', 'Something new.'));
	const { error } = await run({});
	expect(textOf(error)).toContain('(FailedOperation.NewTrouble)');
	expect(error!.description).toContain('Something new.');
});

test.each(RETRIED_CODES)('%s is sent again, signed anew', async (code) => {
	jest.spyOn(Math, 'random').mockReturnValue(1);
	const requests = answerWith((_, index) => (index === 0 ? failure(code) : lineOf('text')));
	const { outputs } = await run({});
	expect(requests).toHaveLength(2);
	expect(outputs[0]).toEqual([
		expect.objectContaining({ json: expect.objectContaining({ text: 'text' }) }),
	]);
});

test.each([
	[429, 2],
	[502, 2],
	[503, 2],
	[400, 1],
	[501, 1],
])('HTTP status %i: sent %i times in all', async (status, times) => {
	jest.spyOn(Math, 'random').mockReturnValue(1);
	const requests = answerWith((_, index) => (index === 0 ? [status, 'busy'] : lineOf('text')));
	const { error } = await run({});
	expect(requests).toHaveLength(times);
	if (times === 1) expect(textOf(error)).toContain(`(HTTP status ${status})`);
	else expect(error).toBeUndefined();
});

test.each(['null', '[]', '{}', '{"Response":null}', '{"Response":"hello"}', '{"Response":[]}'])(
	'the response %s points to the endpoint, in a paired item',
	async (answer) => {
		answerWith(() => [200, answer, { 'Content-Type': 'application/json' }]);
		const { outputs } = await run({}, { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[0]).toEqual([
			expect.objectContaining({
				json: {
					url: 'https://example.com/a.png',
					error: expect.stringMatching(/Check the endpoint in the credential/),
				},
				pairedItem: { item: 0 },
			}),
		]);
	},
);

test('what Tencent Cloud says counts, whatever the HTTP status', async () => {
	const requests = answerWith(() => [500, failure('AuthFailure.SignatureFailure')]);
	const { error } = await run({});
	expect(requests).toHaveLength(1);
	expect(textOf(error)).toContain('(AuthFailure.SignatureFailure)');
	expect(error!.description).toContain(REQUEST_ID);
});

test('an answer that repeats the request leaves nothing of it in the error', async () => {
	answerWith(({ headers, body }) => [400, { headers, body }]);
	const { run: kept } = await run(
		{ imageUrl: 'https://example.com/SECRET.png' },
		{ credential: { sessionToken: SESSION_TOKEN } },
	);
	const everything = inspectAll(kept.data.resultData.runData.Node[0].error);
	expect(everything).not.toMatch(/TC3-HMAC/);
	expect(everything).not.toContain(SESSION_TOKEN);
});

test('a provider that asks for an hour is not waited for', async () => {
	const requests = answerWith(() => [429, '', { 'Retry-After': '3600' }]);
	const { error } = await run({});
	expect(requests).toHaveLength(1);
	expect(textOf(error)).toMatch(/Set a lower Requests per Second, or try again later/);
});

test.each(['constructor', 500])('an error with the code %s is an error', async (code) => {
	answerWith(() => failure(code as string));
	const { error } = await run({});
	expect(textOf(error)).toMatch(/^a\.png: Tencent Cloud rejected the request\. /);
	expect(textOf(error).endsWith(` (${code})`)).toBe(true);
});

test.each<[unknown, RegExp, string]>([
	[
		{ Code: { id: 1 }, Message: ['Theirs.'] },
		/rejected the request\. .* \(\{"id":1\}\)$/,
		'["Theirs."]',
	],
	[{ Code: 'LimitExceeded', Message: { reason: 1 } }, / \(LimitExceeded\)$/, '{"reason":1}'],
	['Theirs.', / \(unknown code\)$/, 'Theirs.'],
])('the error %j loses nothing', async (Error, message, said) => {
	answerWith(() => ({ Response: { Error, RequestId: { id: 'r' } } }));
	const { error } = await run({});
	expect(textOf(error)).toMatch(message);
	expect(error!.description).toContain(`. Tencent Cloud says: ${said} Request ID: {"id":"r"} (`);
});

test('the code of a page that a PDF lacks says that the document ends', async () => {
	const code = 'InvalidParameterValue.InvalidParameterValueLimit';
	const check = async (Code: string) =>
		await checkResponse
			.call({} as never, [], { body: failure(Code), headers: {}, statusCode: 200 })
			.catch((error: Failure) => error.details.endsDocument);
	expect(await check(code)).toBe(true);
	expect(await check('InvalidParameterValue')).toBeUndefined();
});

test('an error without a code is an error', async () => {
	answerWith(() => ({ Response: { Error: {} } }));
	const { error } = await run({});
	expect(textOf(error)).toMatch(/unknown code/);
});

test('a response that did not come from Tencent Cloud points to the endpoint', async () => {
	answerWith(() => `<html><title>Welcome</title>${SECRET_KEY}</html>`);
	const { error } = await run({});
	expect(textOf(error)).toMatch(
		/The service that responded is not Tencent Cloud\. Check the endpoint in the credential/,
	);
	// The page may repeat the request, so that only its title is told.
	expect(error!.description).toBe('Check the endpoint in the credential. Welcome');
});

test.each([
	['an error of Tencent Cloud', () => failure('FailedOperation.ImageBlur')],
	['an HTTP error', () => [400, { message: 'no' }] as [number, object]],
	['an answer of something else', () => 'nonsense'],
])('%s: no key, token, signature or image in what n8n keeps of the run', async (_, answer) => {
	const requests = answerWith(answer);
	const imageBase64 = Buffer.from(
		`\x89PNG\r\n\x1a\n${'SECRETPICTURE'.repeat(9)}`,
		'latin1',
	).toString('base64');
	for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
		const {
			run: kept,
			outputs,
			error,
		} = await run(
			{ inputType: 'base64', imageBase64: '={{ $json.image }}' },
			{
				items: [{ json: { image: imageBase64 } }],
				settings: { onError },
				credential: { sessionToken: SESSION_TOKEN },
			},
		);
		const [, signature] = /Signature=(\w+)/.exec(requests.at(-1)!.headers.authorization)!;
		const { Node: ours } = kept.data.resultData.runData;
		const everything = [inspectAll(ours), inspectAll(outputs), inspectAll(error)].join();
		for (const secret of [SECRET_KEY, SESSION_TOKEN, signature]) {
			expect(everything).not.toContain(secret);
		}
		// An error item repeats the fields of its input item.
		if (onError === 'stopWorkflow') expect(everything).not.toContain(imageBase64);
	}
	expect(requests).toHaveLength(3);
});

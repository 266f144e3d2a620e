import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { createTextReader } from '../../ocr/textReader';
import type { TextReader } from '../../ocr/textReader';
import type { Provider, ProviderTools } from '../../provider';
import { accounts } from './accounts';
import { documentAi } from './documents/documentAi';
import { Envelopes } from './documents/envelopes';
import type { Service } from './documents/envelopes';
import { business, creditCard, idCard } from './documents/papers';
import { status } from './documents/status';
import { Verification } from './documents/verification';
import { errorCodes, fail, NhnError } from './errors';
import type { ErrorCode } from './errors';
import { withGaps } from './gaps';
import { imageFile, imageForm, largestImage } from './imageFile';
import { cropping, general } from './recognize';
import { checkSecretKey, checkToken, tokenOf, tokenRefused } from './signIn';
import { tokenRoute } from './tokenRoute';
import { Tokens } from './tokens';

/** What the requests of a sandbox share. */
interface Desk {
	reader: TextReader;
	envelopes: Envelopes;
	verification: Verification;
}

type Operation = (desk: Desk, request: FastifyRequest, reply: FastifyReply) => unknown;

const recognition =
	(read: typeof general): Operation =>
	async ({ reader }, request) => {
		const result = await read(reader, await imageFile(request));
		return request.trouble?.fault === 'gaps' ? withGaps(result) : result;
	};

/** The operations without an envelope, by their paths after `/v1.x/appkeys/{appKey}/`. */
const plain: Record<string, Operation> = {
	general: recognition(general),
	'general/cropping': recognition(cropping),
	business: async (_, request) => await business((await imageForm(request)).image),
	'business/status': (_, request) => status(String(request.body)),
	'credit-card': async (_, request) => await creditCard((await imageForm(request)).image),
	'document-ai': async ({ reader }, request) => await documentAi(reader, await imageForm(request)),
};

/** The image of a request in an envelope, and what encrypts the answer. */
async function opened({ envelopes }: Desk, request: FastifyRequest, service: Service) {
	// The whole body is read first, as without an envelope.
	const { image } = await imageForm(request);
	const envelope = envelopes.of(request.headers, service);
	return { image: envelope.open(image), seal: (text: string) => envelope.sealText(text) };
}

/** The operations with an envelope, by their paths after `/v2.x/appkeys/{appKey}/`. */
const sealed: Record<string, Operation> = {
	async 'credit-card'(desk, request) {
		const { image, seal } = await opened(desk, request, 'credit-card');
		return await creditCard(image, seal);
	},
	async 'id-card'(desk, request, reply) {
		const { image, seal } = await opened(desk, request, 'id-card');
		const result = await idCard(image, seal);
		// No key for passports, which cannot be verified.
		if (result.idType !== 'passport') reply.header('Request-Key', desk.verification.issue());
		return result;
	},
	async 'id-card/stand-alone'(desk, request) {
		const { image, seal } = await opened(desk, request, 'id-card');
		return await idCard(image, seal);
	},
	'id-card/authenticity'({ envelopes, verification }, { headers, body }) {
		return verification.verify(String(body), headers, envelopes.of(headers, 'id-card'));
	},
};

const SUCCESS = { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' };

/**
 * Largest body, bytes. Room to spare lets a caller without a valid key hear about the key, not about
 * the size.
 */
const largestBody = 4 * largestImage;

/** NHN Cloud's General OCR, Document OCR and Document AI, and the tokens that v1.1 and v2.1 want. */
export const nhn: Provider<typeof accounts> = {
	accounts,
	errorCodes,
	oddities: ['gaps'],
	throttled: { code: '4000006' },
	error: (code) => new NhnError(code as ErrorCode),
	routes,
};

function routes(tools: ProviderTools): FastifyPluginAsync {
	return async (app) => {
		const reader = createTextReader(['kor', 'eng']);
		app.addHook('onClose', () => reader.close());
		const tokens = new Tokens();
		const desk: Desk = {
			reader,
			envelopes: new Envelopes(),
			verification: new Verification(),
		};
		/** Each takes the app key of the path. */
		const bySecretKey = (appKey: string, { headers }: FastifyRequest) =>
			checkSecretKey(appKey, headers);
		const byToken = (appKey: string, { headers }: FastifyRequest) =>
			checkToken(appKey, headers, tokens);
		const versions = {
			'v1.0': { check: bySecretKey, operations: plain },
			'v1.1': { check: byToken, operations: plain },
			'v2.0': { check: bySecretKey, operations: sealed },
			'v2.1': { check: byToken, operations: sealed },
		};

		app.removeAllContentTypeParsers();
		app.addContentTypeParser(
			'*',
			{ parseAs: 'buffer', bodyLimit: largestBody },
			(_request, body, done) => done(null, body),
		);
		await app.register(multipart, { limits: { fileSize: largestBody } });
		app.setErrorHandler((error, request, reply) => {
			const known = toNhnError(error);
			if (known.code === tokenRefused) tokens.revoke(tokenOf(request.headers));
			if (known.code === '4000301') desk.envelopes.retire(request.headers);
			return sendError(known, request, reply);
		});

		tokenRoute(app, tokens);
		for (const [version, { check, operations }] of Object.entries(versions)) {
			const signIn = (path: string) => async (request: FastifyRequest) => {
				request.exchange.action = `${version} ${path}`;
				request.account = (request.params as { appKey: string }).appKey;
				check(request.account, request);
			};
			for (const [path, run] of Object.entries(operations)) {
				app.post(
					`/${version}/appkeys/:appKey/${path}`,
					{ preHandler: [signIn(path), tools.afterSignIn] },
					async (request, reply) => {
						const result = await run(desk, request, reply);
						request.exchange.billed = true;
						return { header: SUCCESS, result };
					},
				);
			}
			if (operations !== sealed) continue;
			app.get<{ Params: { service: string } }>(
				`/${version}/appkeys/:appKey/public-keys/:service`,
				{ preHandler: [signIn('public-keys')] },
				async ({ params }) => {
					const result = desk.envelopes.issue(params.service);
					return result ? { header: SUCCESS, result } : fail('4000001');
				},
			);
		}
	};

	function toNhnError(error: unknown): NhnError {
		if (error instanceof NhnError) return error;
		if ((error as { statusCode?: number }).statusCode === 413) return new NhnError('4131000');
		tools.log(String((error as Error).stack));
		return new NhnError('5000001');
	}
}

function sendError(
	{ code, message }: NhnError,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	request.exchange.code = code;
	const header = { isSuccessful: false, resultCode: Number(code), resultMessage: message };
	return reply.send({ header });
}

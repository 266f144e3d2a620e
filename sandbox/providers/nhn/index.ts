import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { createTextReader } from '../../ocr/textReader';
import type { Provider, ProviderTools } from '../../provider';
import { accounts } from './accounts';
import { errorCodes, NhnError } from './errors';
import type { ErrorCode } from './errors';
import { withGaps } from './gaps';
import { imageFile, largestImage } from './imageFile';
import { cropping, general } from './recognize';
import { checkSecretKey, checkToken, tokenOf, tokenRefused } from './signIn';
import { tokenRoute } from './tokenRoute';
import { Tokens } from './tokens';

/** The operations, by their paths after `/v1.x/appkeys/{appKey}/`. */
const operations = { general, 'general/cropping': cropping };

/**
 * Largest body, bytes. Room to spare lets a caller without a valid key hear about the key, not about
 * the size.
 */
const largestBody = 4 * largestImage;

/** NHN Cloud's General OCR, v1.0 and v1.1, and the tokens that v1.1 wants. */
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
		/** Each takes the app key of the path. */
		const versions = {
			'v1.0': (appKey: string, { headers }: FastifyRequest) => checkSecretKey(appKey, headers),
			'v1.1': (appKey: string, { headers }: FastifyRequest) => checkToken(appKey, headers, tokens),
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
			return sendError(known, request, reply);
		});

		tokenRoute(app, tokens);
		for (const [version, check] of Object.entries(versions)) {
			for (const [path, run] of Object.entries(operations)) {
				const signIn = async (request: FastifyRequest) => {
					request.exchange.action = `${version} ${path}`;
					request.account = (request.params as { appKey: string }).appKey;
					check(request.account, request);
				};
				app.post(
					`/${version}/appkeys/:appKey/${path}`,
					{ preHandler: [signIn, tools.afterSignIn] },
					async (request) => {
						const result = await run(reader, await imageFile(request));
						request.exchange.billed = true;
						const header = { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' };
						return {
							header,
							result: request.trouble?.fault === 'gaps' ? withGaps(result) : result,
						};
					},
				);
			}
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

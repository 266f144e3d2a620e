import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { createTextReader } from '../../ocr/textReader';
import type { Provider, ProviderTools } from '../../provider';
import { accounts } from './accounts';
import { errorCodes, NhnError } from './errors';
import type { ErrorCode } from './errors';
import { imageFile, largestImage } from './imageFile';
import { cropping, general } from './recognize';
import { checkSecretKey, checkToken, tokenRefused } from './signIn';
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
export const nhn: Provider<typeof accounts> = { accounts, errorCodes, routes };

function routes(tools: ProviderTools): FastifyPluginAsync {
	return async (app) => {
		const reader = createTextReader(['kor', 'eng']);
		app.addHook('onClose', () => reader.close());
		const tokens = new Tokens();
		/** Each takes the app key of the path, and gives the token that a request carries, if any. */
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
		app.setErrorHandler((error, request, reply) => sendError(toNhnError(error), request, reply));

		tokenRoute(app, tokens);
		for (const [version, signIn] of Object.entries(versions)) {
			for (const [path, run] of Object.entries(operations)) {
				app.post<{ Params: { appKey: string } }>(
					`/${version}/appkeys/:appKey/${path}`,
					async (request, reply) => {
						request.exchange.action = `${version} ${path}`;
						const token = signIn(request.params.appKey, request);

						const fault = tools.takeFault();
						if (fault) {
							if (token && fault.code === tokenRefused) tokens.revoke(token);
							if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter);
							const error = new NhnError(fault.code as ErrorCode);
							return sendError(error, request, reply, fault.httpStatus);
						}
						const result = await run(reader, await imageFile(request));
						const header = { isSuccessful: true, resultCode: 0, resultMessage: 'SUCCESS' };
						return { header, result };
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
	httpStatus = 200,
): FastifyReply {
	request.exchange.code = code;
	const header = { isSuccessful: false, resultCode: Number(code), resultMessage: message };
	return reply.code(httpStatus).send({ header });
}

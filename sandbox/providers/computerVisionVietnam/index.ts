import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { createTextReader } from '../../ocr/textReader';
import type { TextReader } from '../../ocr/textReader';
import type { Provider, ProviderTools } from '../../provider';
import { accounts } from './accounts';
import { authenticate } from './authenticate';
import { checkCard, checkCardSides, readCards, readRegistrations } from './documents';
import { errorCodes, fail, messages, numbered, VisionError } from './errors';
import type { ErrorCode } from './errors';
import { generalText } from './generalText';
import { paperPaths, readPaper, readXml } from './papers';
import { readImages } from './readImages';

interface Operation {
	/** The provider's names of its images. */
	images: string[];
	/** Whether it is documented only for a form with a file. */
	onlyFiles?: boolean;
	/**
	 * @param files the images' bytes, in the order of their names
	 * @param thumbs whether to answer with aligned images, too
	 * @returns `data` of the answer
	 * @throws VisionError
	 */
	run(reader: TextReader, files: Buffer[], thumbs: boolean): Promise<unknown>;
}

const oneImage = ['img'];
const twoSides = ['img1', 'img2'];

const base = '/api/v2/';

/** The operations, by their paths after `base`. */
const operations: Record<string, Operation> = {
	'ocr/document/general': { images: oneImage, run: generalText },
	'ocr/card': { images: oneImage, run: readCards },
	'ekyc/card': { images: oneImage, run: checkCard },
	'ekyc/cards': { images: twoSides, run: checkCardSides },
	'ocr/vehicle_registration': { images: oneImage, run: readRegistrations },
	'ocr/vehicle_registrations': { images: twoSides, run: readRegistrations },
	'ocr/document/invoice-xml': { images: oneImage, onlyFiles: true, run: readXml },
	...Object.fromEntries(
		paperPaths.map((path) => [path, { images: oneImage, run: readPaper(path) }]),
	),
};

/** Largest image, bytes; the provider documents no limit. */
const largestImage = 40 * 1024 * 1024;
/** Largest body, bytes: two images as base64 with line breaks. */
const largestBody = 3 * largestImage;

/**
 * Computer Vision Vietnam's API v2. It reads the text of any picture; of cards, vehicle registrations
 * and papers it knows the specimens that the sample images show, and finds no content in others.
 */
export const computerVisionVietnam: Provider<typeof accounts> = {
	accounts,
	errorCodes,
	// The documentation knows neither a limit nor a code for one, so a gateway speaks.
	throttled: { fault: 'page', httpStatus: 429 },
	error: (code) => new VisionError(code as ErrorCode),
	routes,
};

function routes(tools: ProviderTools): FastifyPluginAsync {
	return async (app) => {
		const reader = createTextReader(['vie', 'eng']);
		app.addHook('onClose', () => reader.close());

		app.removeAllContentTypeParsers();
		app.addContentTypeParser(
			'*',
			{ parseAs: 'buffer', bodyLimit: largestBody },
			(_request, body, done) => done(null, body),
		);
		await app.register(multipart, { limits: { fileSize: largestImage } });

		app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
			// Fastify's own: a body that is too large or cut off.
			if ((error.statusCode ?? 500) < 500) error = new VisionError('3');
			if (error instanceof VisionError) {
				const code = numbered(error.code, String(request.exchange.action));
				request.exchange.code = code.errorCode;
				return reply.send({ data: '', ...code });
			}
			tools.log(String(error.stack));
			request.exchange.code = '500';
			return reply.code(500).send({ message: 'Internal Server Error' });
		});

		for (const [path, { images, onlyFiles, run }] of Object.entries(operations)) {
			app.route<{ Querystring: { get_thumb?: string } }>({
				method: ['GET', 'POST'],
				url: `${base}${path}`,
				exposeHeadRoute: false,
				preHandler: [signIn, tools.afterSignIn],
				async handler(request) {
					const { format_type } = request.query as Record<string, unknown>;
					if (onlyFiles && format_type !== 'file') fail('6');
					const files = await readImages(request, images);
					const data = await run(reader, files, request.query.get_thumb === 'true');
					request.exchange.billed = true;
					return answer('0', data);
				},
			});
		}
	};
}

async function signIn(request: FastifyRequest): Promise<void> {
	request.exchange.action = String(request.routeOptions.url).slice(base.length);
	request.account = authenticate(request.headers.authorization).apiKey;
}

const answer = (errorCode: keyof typeof messages, data: unknown = '') => ({
	data,
	errorCode,
	errorMessage: messages[errorCode],
});

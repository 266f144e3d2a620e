import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { createTextReader } from '../../ocr/textReader';
import type { Provider, ProviderTools } from '../../provider';
import { accounts } from './accounts';
import { authenticate } from './authenticate';
import { readCall } from './call';
import type { Call } from './call';
import { errorCodes, TencentError } from './errors';
import type { ErrorCode } from './errors';
import { documentActions } from './documents';
import { generalAccurateOcr } from './generalAccurateOcr';
import { generalBasicOcr } from './generalBasicOcr';

interface Action {
	/** Name of its product in a credential scope. */
	service: string;
	version: string;
	/** Whether its successes cost money. */
	isBilled: boolean;
	run(parameters: Record<string, unknown>): Promise<object>;
	/** Where it is offered; on both sites by default. */
	sites?: ReadonlyArray<'international' | 'china'>;
}

/** Longest body of a request, bytes. */
const largestBody = 10 * 1024 * 1024;

const regions = [
	...['ap-bangkok', 'ap-beijing', 'ap-chengdu', 'ap-chongqing', 'ap-guangzhou', 'ap-hongkong'],
	...['ap-jakarta', 'ap-nanjing', 'ap-seoul', 'ap-shanghai', 'ap-singapore', 'ap-tokyo'],
	...['eu-frankfurt', 'na-ashburn', 'na-siliconvalley', 'sa-saopaulo'],
];

/** The sites of the hosts that belong to one. */
const SITES: Record<string, 'international' | 'china'> = {
	'ocr.intl.tencentcloudapi.com': 'international',
	'ocr.tencentcloudapi.com': 'china',
};

/** Tencent Cloud API 3.0 (`POST /`, `GET /`): OCR actions, and an account without servers. */
export const tencent: Provider<typeof accounts> = {
	accounts,
	errorCodes,
	throttled: { code: 'RequestLimitExceeded' },
	error: (code) => new TencentError(code as ErrorCode),
	routes,
};

function routes(tools: ProviderTools): FastifyPluginAsync {
	return async (app) => {
		const reader = createTextReader(['eng', 'chi_sim']);
		const basic = generalBasicOcr(reader);
		app.addHook('onClose', async () => await Promise.all([reader.close(), basic.close()]));
		const ocr = { service: 'ocr', version: '2018-11-19', isBilled: true };
		const actions = new Map<string, Action>([
			['GeneralAccurateOCR', { ...ocr, run: generalAccurateOcr(reader) }],
			['GeneralBasicOCR', { ...ocr, run: basic.run }],
			...documentActions(reader).map(({ name, run, sites }): [string, Action] => [
				name,
				{ ...ocr, run, sites },
			]),
			[
				'DescribeInstances',
				{ service: 'cvm', version: '2017-03-12', isBilled: false, run: describeInstances },
			],
		]);

		async function signIn(request: FastifyRequest) {
			const call = readCall(request);
			request.exchange.action = call.action.replace(/\W/g, '').slice(0, 40) || '-';
			request.account = authenticate(call, actions.get(call.action)?.service).secretId;
		}

		app.removeAllContentTypeParsers();
		// The signature is over the bytes as sent. Room to spare lets a caller without a valid key hear
		// about the key, not about the size.
		app.addContentTypeParser(
			'*',
			{ parseAs: 'buffer', bodyLimit: 4 * largestBody },
			(_request, body, done) => done(null, body),
		);
		app.setErrorHandler((error, request, reply) =>
			sendError(toTencentError(error), request, reply),
		);
		app.route({
			method: ['GET', 'POST'],
			url: '/',
			exposeHeadRoute: false,
			preHandler: [signIn, tools.afterSignIn],
			async handler(request) {
				const call = readCall(request);
				const action = checkedAction(call, actions.get(call.action));
				const result = await action.run(readParameters(call));
				request.exchange.billed = action.isBilled;
				return { Response: { ...result, RequestId: randomUUID() } };
			},
		});
	};

	function toTencentError(error: unknown): TencentError {
		if (error instanceof TencentError) return error;
		if ((error as { statusCode?: number }).statusCode === 413) {
			return new TencentError('RequestSizeLimitExceeded');
		}
		tools.log(String((error as Error).stack));
		return new TencentError('InternalError');
	}
}

function sendError(
	{ code, message }: TencentError,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	request.exchange.code = code;
	const Response = { Error: { Code: code, Message: message }, RequestId: randomUUID() };
	return reply.send({ Response });
}

function checkedAction({ version, region, body, host }: Call, action?: Action): Action {
	// Clients reach the sandbox under its own name, which belongs to neither site.
	const site = SITES[host.split(':')[0]];
	const isOffered = !action?.sites || !site || action.sites.includes(site);
	if (!action || !isOffered) throw new TencentError('InvalidAction');
	if (version !== action.version) throw new TencentError('NoSuchVersion');
	if (region && !regions.includes(region)) throw new TencentError('UnsupportedRegion');
	if (body.length > largestBody) throw new TencentError('RequestSizeLimitExceeded');
	return action;
}

function readParameters({ method, query, body }: Call): Record<string, unknown> {
	if (method === 'GET') return Object.fromEntries(new URLSearchParams(query));
	let parameters: unknown;
	try {
		parameters = JSON.parse(body.toString());
	} catch {
		// The parser's own message quotes the body.
		throw new TencentError('InvalidParameter', 'The request body is not JSON.');
	}
	if (typeof parameters === 'object' && parameters && !Array.isArray(parameters)) {
		return parameters as Record<string, unknown>;
	}
	throw new TencentError('InvalidParameter', 'The request body is not a JSON object.');
}

/** An action of another product (`cvm`), to try a credential with. */
async function describeInstances(): Promise<object> {
	return { TotalCount: 0, InstanceSet: [] };
}

import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { Failure } from '../engine/errors/failure';
import type { HttpRequest } from '../engine/ocrOperation';
import { mayPass } from '../engine/retry/retryPolicy';
import { withSignal } from '../engine/withSignal';
import { fileKind, KIND_WITHIN } from './fileKind';

/** The Request Options that also apply to the node's own download. */
type Options = Pick<HttpRequest, 'proxy' | 'skipSslCertificateValidation' | 'timeout'>;

/** The largest file, in bytes, that the provider accepts. */
interface Limit {
	provider: string;
	maxBytes: number;
	/** The largest PDF, where its pages are sent one by one. */
	maxPdfBytes: number;
}

interface FileResponse {
	statusCode: number;
	body: AsyncIterable<Buffer> & { on(event: 'error', listener: () => void): void };
}

/** Downloads cost nothing, so the node retries one that fails for a temporary reason. */
const TRIES = 3;
const FIRST_WAIT = 1_000;

const ADVICE = 'Check that the URL opens without a login, or send the file itself.';

/**
 * Downloads a file, without any header or key of the provider.
 *
 * @param options the node's Request Options; the time-out limits a whole attempt
 * @param limit the download of a larger file stops at this size
 * @param ended aborted when nothing more is sent; its reason is what is thrown then
 * @throws Failure when the file cannot be downloaded, or is too large
 */
export async function download(
	context: IExecuteSingleFunctions,
	url: string,
	{ timeout = 300_000, ...options }: Options,
	limit: Limit,
	ended: AbortSignal,
): Promise<Buffer> {
	const request = {
		url,
		proxy: options.proxy,
		skipSslCertificateValidation: options.skipSslCertificateValidation === true,
	};
	for (let tries = 1; ; tries++) {
		const late = AbortSignal.timeout(timeout);
		const file = await withSignal(
			ended,
			async (signal) => await downloadOnce(context, request, [late, signal], limit),
		).catch((error) => {
			// Its reason is the Failure of what is not sent any more.
			ended.throwIfAborted();
			return late.aborted ? tookTooLong(timeout) : downloadFailure(error);
		});
		if (!(file instanceof Failure)) return file;
		if (file.kind !== 'transient' || tries === TRIES) throw file;
		await withSignal(ended, async (signal) => await sleep(FIRST_WAIT * tries, signal)).catch(
			() => {},
		);
		ended.throwIfAborted();
	}
}

async function downloadOnce(
	{ helpers }: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
	signals: AbortSignal[],
	limit: Limit,
): Promise<Buffer> {
	const end = new AbortController();
	try {
		const { statusCode, body } = (await helpers.httpRequest({
			...request,
			abortSignal: AbortSignal.any([end.signal, ...signals]),
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as FileResponse;
		// Nobody handles an error after the last byte that is read, and it would end n8n.
		body.on('error', () => {});
		if (statusCode !== 200) {
			throw new Failure(
				mayPass(statusCode) ? 'transient' : 'rejected',
				`n8n could not download the file. ${ADVICE}`,
				{ code: `HTTP status ${statusCode}` },
			);
		}
		return await joinUpTo(limit, body);
	} finally {
		// The rest of a response that was not read to its end is not downloaded.
		end.abort();
	}
}

async function joinUpTo(
	{ provider, maxBytes, maxPdfBytes }: Limit,
	chunks: AsyncIterable<Buffer>,
): Promise<Buffer> {
	const all: Buffer[] = [];
	let length = 0;
	let isPdf: boolean | undefined;
	for await (const chunk of chunks) {
		length += chunk.length;
		all.push(chunk);
		if (length <= maxBytes) continue;
		isPdf ??= fileKind(Buffer.concat(all, KIND_WITHIN)) === 'PDF';
		const [most, taker] = isPdf
			? [maxPdfBytes, 'this node reads']
			: [maxBytes, `${provider} accepts`];
		if (length <= most) continue;
		throw new Failure(
			'rejected',
			`The file at the URL is larger than ${(most / 1024 / 1024).toFixed(2)} MB, the maximum that ${taker}. Resize or split it first.`,
		);
	}
	return Buffer.concat(all);
}

const tookTooLong = (timeout: number) =>
	new Failure(
		'rejected',
		`The download of the file took longer than ${timeout / 1000} seconds. Raise Timeout in Request Options, or send the file itself.`,
	);

function downloadFailure(error: Failure | { code?: string; message: string }): Failure {
	if (error instanceof Failure) return error;
	const { code = '', message } = error;
	return new Failure(
		mayPass(code) ? 'transient' : 'rejected',
		`n8n could not download the file, because the connection to its server failed. ${ADVICE}`,
		// Not in the sentence: n8n would replace it for some of these words.
		{ description: message },
	);
}

import { createHash } from 'node:crypto';

import { signRequest } from '../../nodes/TencentCloudOcr/auth/signRequest';
import type { Measurement } from '../figure';
import { sdks } from '../../test/TencentCloudOcr/tencentSdks';
import { figure, rounded } from '../figure';
import { timed } from '../interleaved';

const RUNS = 30;

/** TC3 over a body of 7 MB, in this process. */
export async function signing(): Promise<Measurement> {
	const body = Buffer.alloc(7 * 1024 * 1024, 'QUJDRA==');
	const credentials = { secretId: 'AKIDBENCH', secretKey: 'bench', region: '', sessionToken: '' };
	const headers = { 'X-TC-Action': 'GeneralAccurateOCR', 'X-TC-Version': '2018-11-19' };
	const url = 'https://ocr.intl.tencentcloudapi.com/';
	const input = {
		method: 'POST',
		url,
		// The SDKs' own clients pass this, and convert it to JSON again to send it.
		payload: { ImageBase64: body.toString('latin1') },
		timestamp: 1_551_113_065,
		service: 'ocr',
		...credentials,
		headers: { 'Content-Type': 'application/json' },
	};

	const times = await timed(RUNS, {
		ours: async () => await signRequest(credentials, { method: 'POST', url, headers, body }),
		hash: () => createHash('sha256').update(body).digest('hex'),
		common: () => sdks.common(input),
		intl: () => sdks.intl(input),
	});
	return {
		figures: {
			signing: figure(times.ours, times.hash, 1.3, 'ms'),
			signingSdk: figure(times.ours, Math.min(times.common, times.intl), 1, 'ms'),
		},
		notes: [
			'Our node signs the bytes that it sends. The SDKs get the parameters, as from their own clients, and convert them to JSON before they sign. If they get the bytes, they take as long as our node: the time for the hash.',
			`Each time is the median of ${RUNS} runs.`,
			`tencentcloud-sdk-nodejs-common takes ${rounded(times.common)} ms, and tencentcloud-sdk-nodejs-intl-en ${rounded(times.intl)} ms.`,
		],
	};
}

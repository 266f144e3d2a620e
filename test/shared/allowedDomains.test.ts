import * as vision from '../ComputerVisionVietnam/vision';
import * as nhn from '../NhnCloudOcr/nhn';
import * as tencent from '../TencentCloudOcr/tencent';
import { answerAll } from '../support/wire';

/** What n8n adds to each credential: where the HTTP Request node may send it. */
const only = (allowedDomains: string) => ({
	allowedHttpRequestDomains: 'domains',
	allowedDomains,
});

const NODES = [
	{ node: 'Computer Vision Vietnam', host: vision.HOST, run: vision.run, answer: vision.failed(2) },
	{ node: 'NHN Cloud OCR', host: nhn.HOST, run: nhn.run, answer: nhn.wordOf('a') },
	{ node: 'Tencent Cloud OCR', host: tencent.HOST, run: tencent.run, answer: tencent.lineOf('a') },
];

test.each(NODES)(
	"$node: the credential's own endpoint needs not be on its list of Allowed Domains",
	async ({ host, run, answer }) => {
		const parameters = { resource: 'text' };
		for (const baseUrl of [host, 'https://ocr.intranet.example']) {
			const requests = answerAll(baseUrl, () => answer);
			const credential = { baseUrl: 'custom', customBaseUrl: baseUrl, ...only('other.example') };
			await run(parameters, { credential });
			expect(requests).toHaveLength(1);
		}
	},
);

test.each(NODES)(
	'$node: None, which is about the HTTP Request node, does not stop it',
	async ({ host, run, answer }) => {
		const requests = answerAll(host, () => answer);
		const credential = { allowedHttpRequestDomains: 'none' };
		await run({ resource: 'text' }, { credential });
		expect(requests).toHaveLength(1);
	},
);

test.each(NODES)(
	'$node: a workflow sends the credential nowhere else',
	async ({ host, run, answer }) => {
		const elsewhere = answerAll('https://elsewhere.example', () => answer);
		const requests = answerAll(host, () => answer);
		const parameters = {
			resource: 'text',
			baseURL: 'https://elsewhere.example',
			url: 'https://elsewhere.example/',
			requestOptions: { baseURL: 'https://elsewhere.example', url: 'https://elsewhere.example/' },
		};
		await run(parameters, { credential: only('elsewhere.example') });
		expect(requests).toHaveLength(1);
		expect(elsewhere).toHaveLength(0);
	},
);

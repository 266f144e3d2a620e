import { createHash } from 'node:crypto';

import { tc3Authorization } from '../../nodes/TencentCloudOcr/auth/authorization';

/** The documented requests; `\u` stands in the body as it is. */
const DESCRIBE_INSTANCES = String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`;
const JSON_HEADERS = {
	'content-type': 'application/json; charset=utf-8',
	host: 'cvm.tencentcloudapi.com',
};
const EXAMPLE_KEY = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE';

test('the documented body has the documented hash', () => {
	expect(createHash('sha256').update(DESCRIBE_INSTANCES).digest('hex')).toBe(
		'35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064',
	);
});

test.each([
	{
		name: 'POST with the action signed',
		request: {
			method: 'POST',
			query: '',
			headers: { ...JSON_HEADERS, 'x-tc-action': 'describeinstances' },
			payload: DESCRIBE_INSTANCES,
		},
		secretKey: '*'.repeat(32),
		timestamp: 1551113065,
		signature: '10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
	},
	{
		name: 'POST',
		request: { method: 'POST', query: '', headers: JSON_HEADERS, payload: DESCRIBE_INSTANCES },
		secretKey: EXAMPLE_KEY,
		timestamp: 1551113065,
		signature: '72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
	},
	{
		name: 'GET',
		request: {
			method: 'GET',
			query: 'Limit=10&Offset=0',
			headers: { ...JSON_HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
			payload: '',
		},
		secretKey: EXAMPLE_KEY,
		timestamp: 1539084154,
		signature: '5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474',
	},
])('signature vector: $name', ({ request, secretKey, timestamp, signature }) => {
	const secretId = `AKID${'*'.repeat(32)}`;
	const authorization = tc3Authorization(
		{ path: '/', ...request },
		{ secretId, secretKey, service: 'cvm', timestamp },
	);
	const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
	const signedHeaders = Object.keys(request.headers).join(';');
	expect(authorization).toBe(
		`TC3-HMAC-SHA256 Credential=${secretId}/${date}/cvm/tc3_request, SignedHeaders=${signedHeaders}, Signature=${signature}`,
	);
});

/*
 * A response that is nested so deep that whatever looks into it runs out of stack is an error like any
 * other, and says so.
 */
import { textOf } from '../support/runNode';
import * as nhn from '../NhnCloudOcr/nhn';
import * as tencent from '../TencentCloudOcr/tencent';
import * as vision from '../ComputerVisionVietnam/vision';

const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

test.each([
	['Computer Vision Vietnam', vision, `{"errorCode":"0","data":${deep}}`],
	[
		'NHN Cloud OCR',
		nhn,
		`{"header":{"isSuccessful":true,"resultCode":0},"result":{"listOfInferTexts":${deep}}}`,
	],
	['Tencent Cloud OCR', tencent, `{"Response":{"TextDetections":${deep}}}`],
])('%s', async (_, { answerWith, run }, body) => {
	answerWith(() => [200, body, { 'content-type': 'application/json' }]);
	const { error } = await run({ inputType: 'url', imageUrl: 'https://example.com/scan.png' });
	expect(textOf(error)).toMatch(
		/^scan\.png: The response is nested too deep to be read, and may have been charged\. Check /,
	);
});

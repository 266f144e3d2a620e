import { sandboxAccounts } from '../../local-n8n/sandboxCredentials';
import { dialogsOf } from '../../sandbox/dialogs';
import { startSandbox } from '../../sandbox/server';

test('what to enter into the dialogs stands in their own words', async () => {
	const sandbox = await startSandbox();
	await sandbox.close();
	const { nhn, tencent, computerVisionVietnam } = sandbox.providers;
	expect(dialogsOf(sandboxAccounts(sandbox))).toBe(`Computer Vision Vietnam API
  API Key              ${computerVisionVietnam.credentials.apiKey}
  API Secret           ${computerVisionVietnam.credentials.apiSecret}
  Endpoint             Custom
  Custom Endpoint URL  ${sandbox.url}

NHN Cloud OCR API
  App Key              ${nhn.credentials.appKey}
  Secret Key           ${nhn.credentials.secretKey}
  Endpoint             Custom
  Custom Endpoint URL  ${sandbox.url}

NHN Cloud OCR OAuth2 API
  App Key              ${nhn.userCredentials.appKey}
  User Access Key ID   ${nhn.userCredentials.userAccessKeyId}
  Secret Access Key    ${nhn.userCredentials.secretAccessKey}
  Endpoint             Custom
  Custom Endpoint URL  ${sandbox.url}
  Token URL            ${sandbox.url}/oauth2/token/create

Tencent Cloud API
  Secret ID            ${tencent.credentials.secretId}
  Secret Key           ${tencent.credentials.secretKey}
  Endpoint             Custom
  Custom Endpoint URL  ${sandbox.url}`);
});

import CommonSign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it has no types
const IntlSign = require('tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign');

interface Sign3Input {
	method: string;
	url: string;
	payload: Buffer | string | object;
	timestamp: number;
	service: string;
	secretId: string;
	secretKey: string;
	headers: { 'Content-Type': string };
}

/** The signers of both official SDKs. */
export const sdks = {
	common: (input: Sign3Input): string => CommonSign.sign3(input as never),
	intl: (input: Sign3Input): string => IntlSign.sign3(input),
};

/** What both official SDKs make of a request. */
export const sdkAuthorizations = (input: Sign3Input): string[] =>
	Object.values(sdks).map((sign) => sign(input));

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { fileItem, PNG } from '../../support/files';
import type { SentRequest } from '../../support/wire';
import { answerAll } from '../../support/wire';
import { answerWith, HOST, run, TOKEN_HOST } from '../nhn';
import { ANSWERS, PARAMETERS } from './answers';
import { issueKeys, sealedFor } from './otherSide';

/** All operations on documents: `document/business` and so on. */
export const OPERATIONS = Object.keys(ANSWERS);

interface Asked {
	/** In place of the documented answer, which is sealed if the request was. */
	answer?: unknown;
	/** Headers of the answer. */
	headers?: Record<string, string>;
	/** In place of all that. */
	answers?: (request: SentRequest, index: number) => unknown;
	/** The answer to who asks for the public key. */
	publicKey?: () => object;
	file?: Buffer;
	more?: Parameters<typeof run>[1];
}

/** n8n's tests share a process, in which public keys are kept: each test has its own app key. */
let appKeys = 0;

/** Runs an operation behind an item with a file; the provider answers as documented. */
export async function ask(operation: string, parameters: INodeParameters = {}, asked: Asked = {}) {
	const { answer = ANSWERS[operation], headers = {}, answers } = asked;
	const { publicKey, file = PNG, more = {} } = asked;
	nock.cleanAll();
	const [resource, value] = operation.split('/');
	const tokens = answerAll(TOKEN_HOST, () => ({ access_token: 'token-1', expires_in: 60 }));
	const keys = issueKeys(HOST, publicKey);
	const downloads = answerAll('https://example.com', () => [200, file]);
	const requests = answerWith(async (request, index) =>
		answers
			? ((await answers(request, index)) as never)
			: [200, await sealedFor(request, answer), headers],
	);
	const appKey = `app-key-${appKeys++}`;
	const result = await run(
		{
			...{ resource, operation: value, output: undefined, inputType: 'binary' },
			...PARAMETERS[operation],
			...parameters,
		},
		{
			items: [fileItem({ data: file })],
			...more,
			credential: { appKey, ...more.credential },
		},
	);
	return { ...result, requests, keys, tokens, downloads, appKey };
}

/** The row of an operation's only item. */
export async function rowOf(...asked: Parameters<typeof ask>): Promise<IDataObject> {
	const { outputs, error } = await ask(...asked);
	if (error) throw error;
	expect(outputs[0]).toHaveLength(1);
	return outputs[0][0].json;
}

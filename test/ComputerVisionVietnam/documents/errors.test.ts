import type { INodeParameters } from 'n8n-workflow';

import { BASE64, fileItem, PNG } from '../../support/files';
import { textOf } from '../../support/runNode';
import { answerWith, run } from '../vision';

const failedWith = async (
	operation: string,
	[errorCode, errorMessage]: [string, string],
	parameters: INodeParameters = {},
) => {
	const requests = answerWith(() => ({ data: '', errorCode, errorMessage }));
	const { error } = await run({
		...{ resource: 'document', operation, output: 'raw', ...BASE64 },
		...parameters,
	});
	return { text: textOf(error), requests };
};

/** Two tables of the documentation, which give one code two meanings. */
const SENTENCES: Array<[operation: string, code: string, message: string, says: RegExp]> = [
	['businessRegistration', '1', 'The photo does not contain content', /shows no document/],
	['businessRegistration', '3', 'Incorrect image format', /cannot read this file\. Save it as JPG/],
	['businessRegistration', '4', 'Out of requests', /out of requests\. Buy more/],
	['businessRegistration', '5', 'Incorrect Api_key or api_secret', /API key or the API secret/],
	['businessRegistration', '6', 'Incorrect format type', /does not accept the image in this form/],
	['priceQuotation', '1', 'Incorrect image format', /cannot read this file\. Save it as JPG/],
	['priceQuotation', '2', 'Url is unavailable', /could not download the image/],
	['priceQuotation', '3', 'The photo does not contain content', /shows no document/],
	['priceQuotation', '4', 'Incorrect Api_key or api_secret', /API key or the API secret/],
	['priceQuotation', '5', 'Out of requests', /out of requests\. Buy more/],
	['employeeProfile', '3', 'Incorrect image format', /cannot read this file\. Save it as JPG/],
	['birthCertificate', '3', 'Incorrect image format', /cannot read this picture\. Save it as JPG/],
];

test.each(SENTENCES)('%s, error %s: %s', async (operation, code, message, says) => {
	const { text, requests } = await failedWith(operation, [code, message]);
	expect(text).toMatch(says);
	expect(text).toContain(`${message} (error ${code})`);
	expect(requests).toHaveLength(1);
	// The table of the operation's page says the same if the words are missing.
	expect((await failedWith(operation, [code, ''])).text).toMatch(says);
});

test('the words of an error count more than its number, which the tables contradict', async () => {
	const { text } = await failedWith('priceQuotation', ['4', 'Out of requests']);
	expect(text).toMatch(/out of requests\. Buy more/);
});

test('a code and words that are not documented', async () => {
	const { text } = await failedWith('invoice', ['99', 'Something new']);
	expect(text).toMatch(/rejected the request.*Something new \(error 99\)/);
});

test('no requests left ends the run: the other files are not sent', async () => {
	const requests = answerWith(() => ({ data: '', errorCode: '5', errorMessage: '' }));
	const { outputs } = await run(
		{ ...{ resource: 'document', operation: 'claims', inputType: 'binary', output: 'document' } },
		{
			items: Array.from({ length: 40 }, () => fileItem({ data: PNG })),
			settings: { onError: 'continueRegularOutput' },
		},
	);
	expect(outputs[0]).toHaveLength(40);
	expect(requests.length).toBeLessThan(40);
});

test('a request that failed while it was processed is sent again', async () => {
	const { requests } = await failedWith('claims', ['6', 'Error when processing the request']);
	expect(requests).toHaveLength(4);
}, 60_000);

import nock from 'nock';
import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { SHORT_ANSWERS } from '../ComputerVisionVietnam/documents/answers';
import { BACK, FRONT } from '../ComputerVisionVietnam/sides';
import * as vision from '../ComputerVisionVietnam/vision';
import { documentCatalogue } from '../../nodes/TencentCloudOcr/operations/document/catalogue';
import * as nhnDocuments from '../NhnCloudOcr/documents/answers';
import { issueKeys, sealedFor } from '../NhnCloudOcr/documents/otherSide';
import * as nhn from '../NhnCloudOcr/nhn';
import { SHORT_ANSWERS as TENCENT_DOCUMENTS } from '../TencentCloudOcr/documents/answers';
import * as tencent from '../TencentCloudOcr/tencent';
import type { DescribedOperation } from './descriptions';
import { credentials, manifest, operations, sourceOf } from './descriptions';
import { fileItem, PNG } from './files';
import type { NodeResult } from './runNode';
import { startNode } from './runNode';
import type { SentRequest } from './wire';
import { answerAll } from './wire';

const ofNhn = <Value>(byOperation: Record<string, Value>): Record<string, Value> =>
	Object.fromEntries(
		Object.entries(byOperation).map(([path, value]) => [`NhnCloudOcr/${path}`, value]),
	);

/** An answer of the provider to each operation, in the documented form. */
export const RESPONSES: Record<string, object> = {
	...Object.fromEntries(
		Object.entries(SHORT_ANSWERS).map(([path, body]) => [`ComputerVisionVietnam/${path}`, body]),
	),
	'ComputerVisionVietnam/card/extract': vision.succeeded([{ type: FRONT.type, info: FRONT.info }]),
	'ComputerVisionVietnam/card/verify': vision.succeeded(FRONT),
	'ComputerVisionVietnam/card/verifyTwoSides': vision.succeeded([BACK, FRONT]),
	'ComputerVisionVietnam/text/extract': vision.succeeded([
		[[[{ text: 'a', confidence: 1, box: { left: 1, right: 2, top: 3, bottom: 4 } }]]],
	]),
	'ComputerVisionVietnam/vehicleRegistration/extract': vision.succeeded([
		{ type: 'vehicle_registration_front', info: { name: 'a' } },
	]),
	'ComputerVisionVietnam/vehicleRegistration/extractTwoSides': vision.succeeded([
		{ type: 'vehicle_registration_back', info: { color: 'a' } },
		{ type: 'vehicle_registration_front', info: { name: 'a' } },
	]),
	...ofNhn(nhnDocuments.ANSWERS),
	'NhnCloudOcr/text/extract': nhn.wordOf('a'),
	'NhnCloudOcr/text/extractSegmented': nhn.wordOf('a'),
	...Object.fromEntries(
		Object.entries(TENCENT_DOCUMENTS).map(([operation, body]) => [
			`TencentCloudOcr/document/${operation}`,
			body,
		]),
	),
	'TencentCloudOcr/text/generalAccurate': tencent.lineOf('a'),
	'TencentCloudOcr/text/generalBasic': tencent.lineOf('a'),
};

/** Files of operations that accept no pictures. */
const FILES: Record<string, Buffer> = {
	'ComputerVisionVietnam/document/invoiceXml': Buffer.from('<HDon/>'),
};

/** What an operation requires beside a file. */
const REQUIRED = ofNhn(nhnDocuments.PARAMETERS);

/** Whether an operation reads a file. */
const readsFiles = (described: DescribedOperation): boolean =>
	sourceOf(described).fields.some(({ name }) => name === 'inputType');

export const fileOperations = operations.filter(readsFiles);

/** The endpoints of operations that the default one does not offer. */
const ENDPOINTS: Record<string, string> = Object.fromEntries(
	Object.values(documentCatalogue)
		.filter(({ sites }) => !sites.includes('international'))
		.map(({ value }) => [`TencentCloudOcr/document/${value}`, tencent.CHINA_HOST]),
);

/** The operations whose provider downloads nothing, by their paths. */
export const DOWNLOADED_HERE = [
	'ComputerVisionVietnam/document/invoiceXml',
	...fileOperations
		.map(({ path }) => path)
		.filter((path) => /^NhnCloudOcr\/(document|identityCard)\//.test(path)),
	'TencentCloudOcr/text/generalBasic',
];

/** A file that an operation accepts, by its path. */
export const acceptedFile = (path: string): Buffer => FILES[path] ?? PNG;

/** The items with files that the operation accepts in place of pictures. */
export function accepted(items: INodeExecutionData[], path: string): INodeExecutionData[] {
	const inPlaceOf = (data: string) => {
		const bytes = Buffer.from(data, 'base64');
		const isPicture = bytes.subarray(0, PNG.length).equals(PNG);
		if (!isPicture) return data;
		return Buffer.concat([acceptedFile(path), bytes.subarray(PNG.length)]).toString('base64');
	};
	return items.map(({ binary = {}, ...item }) => ({
		...item,
		binary: Object.fromEntries(
			Object.entries(binary).map(([name, file]) => [name, { ...file, data: inPlaceOf(file.data) }]),
		),
	}));
}

/** The settings by which the items of an operation differ: none, and each output but the raw one. */
export function outputsOf(operation: DescribedOperation): INodeParameters[] {
	const field = sourceOf(operation).fields.find(({ name }) => name === 'output');
	const values = (field?.options ?? []).flatMap((option) =>
		'value' in option ? option.value : [],
	);
	return [{}, ...values.filter((value) => value !== 'raw').map((output) => ({ output }))];
}

interface Run {
	items?: INodeExecutionData[];
	settings?: Partial<INode>;
	/** In place of an answer with text. */
	answer?: Parameters<typeof answerAll>[1];
}

/** Runs an operation with some settings; by default behind a node with files. */
export async function runOperation(
	{ path, description, resource, operation }: DescribedOperation,
	parameters: INodeParameters,
	{ items, settings, answer }: Run = {},
): Promise<NodeResult & { requests: SentRequest[] }> {
	const [{ name: credential }] = description.credentials!;
	const { properties } = credentials.find(({ name }) => name === credential)!;
	const filledIn = properties.map(({ name, default: standard }) => [name, standard || 'x']);
	const data = Object.fromEntries(filledIn);
	data.baseUrl = ENDPOINTS[path] ?? data.baseUrl;
	expect(Object.keys(RESPONSES)).toContain(path);
	nock.cleanAll();
	// For operations whose provider downloads nothing.
	const file = acceptedFile(path);
	if (path in FILES && parameters.inputType === 'base64') {
		parameters = { ...parameters, imageBase64: file.toString('base64') };
	}
	answerAll('https://example.com', () => [200, file]);
	// Keys cost nothing, and are no requests for a recognition.
	issueKeys(data.baseUrl);
	const requests = answerAll(
		data.baseUrl,
		answer ?? (async (request) => await sealedFor(request, RESPONSES[path])),
	);
	const result = await startNode({
		type: `${manifest.name}.${description.name}`,
		parameters: {
			...{ resource: resource.value, operation: operation.value },
			...REQUIRED[path],
			...parameters,
		},
		credentials: { [credential]: data },
		items: accepted(items ?? [fileItem({ data: PNG, front: PNG, back: PNG })], path),
		settings,
	}).result;
	return { ...result, requests };
}

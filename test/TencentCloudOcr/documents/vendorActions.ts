/**
 * Writes `vendorActions.json`, what Tencent Cloud documents of its actions, from the descriptions of
 * the actions in its SDKs: `tsx test/TencentCloudOcr/documents/vendorActions.ts <file>`.
 *
 * The descriptions are not part of this project, so the tests compare with the names and the numbers
 * that this script found in them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The actions of the resource Document. */
const ACTIONS = [
	...['BankCardOCR', 'ExtractDocMulti', 'IDCardOCR', 'LicensePlateOCR', 'RecognizeGeneralInvoice'],
	...['RecognizeTableAccurateOCR', 'SealOCR', 'SmartStructuralOCRV2', 'TableOCR', 'VinOCR'],
];

/** An action, as the SDKs describe it. */
interface Described {
	action: string;
	status: string;
	onChinaSite: boolean;
	ratePerSecond: number | null;
	formats: string[];
	maxBase64MB: number | null;
	pdf: boolean;
	request: Array<{ name: string; type: string; required: boolean }>;
	response: Array<{ path: string; type: string }>;
}

export interface VendorAction {
	sites: Array<'international' | 'china'>;
	/** null if none is stated. */
	ratePerSecond: number | null;
	/** JPEG and JPG are one. */
	formats: string[];
	maxBase64MB: number | null;
	pdf: boolean;
	/** Their types by name; a required one ends with `!`. */
	parameters: Record<string, string>;
	/** Paths of `Response` in the documented order, with `[]` behind lists; no corners of places. */
	answer: string;
}

const isCorner = (path: string) =>
	/(Polygon|Coord|TableCoordPoint|ItemPolygon|WordCoordinate)(\[\])?\.(\w+\.)*\w+$/.test(path);

export const factsOf = (described: Described): VendorAction => ({
	sites: [
		...(described.status === 'current' ? ['international' as const] : []),
		...(described.onChinaSite ? ['china' as const] : []),
	],
	ratePerSecond: described.ratePerSecond,
	formats: described.formats.filter((format) => format !== 'JPG'),
	maxBase64MB: described.maxBase64MB,
	pdf: described.pdf,
	parameters: Object.fromEntries(
		described.request.map(({ name, type, required }) => [name, required ? `${type}!` : type]),
	),
	answer: described.response
		.map(({ path }) => path)
		.filter((path) => !isCorner(path))
		.join(' '),
});

function main([, , file]: string[]): void {
	const described = JSON.parse(readFileSync(file, 'utf8')) as Described[];
	const facts = described
		.filter(({ action }) => ACTIONS.includes(action))
		.map((each): [string, VendorAction] => [each.action, factsOf(each)]);
	const text = JSON.stringify(Object.fromEntries(facts), null, '\t');
	writeFileSync(join(__dirname, 'vendorActions.json'), `${text}\n`);
}

if (require.main === module) main(process.argv);

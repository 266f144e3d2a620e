import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from '../../../local-n8n/project';

/**
 * What the provider documents of an action: facts out of its API description of 2026-08-21, in the
 * order of that description.
 */
export interface VendorAction {
	sites: string[];
	requestsPerSecond: number | null;
	formats: string[];
	/** Megabytes, of a file. */
	maxBase64: number | null;
	/** Whether its URLs are not supported outside of mainland China. */
	urlsInChinaOnly: boolean;
	/** The names of the parameters that have to be sent, and of those that are hidden or reserved. */
	required: string[];
	hidden: string[];
	/** Their types, by their names. */
	parameters: Record<string, string>;
	/** The paths of the answer: `a.b`, and `a[]` for a list. */
	answer: string[];
}

/** By the action's name: all on identity documents that are current on the international site. */
export const vendorActions = JSON.parse(
	readFileSync(join(PROJECT, 'sandbox/providers/tencent/identityActions.json'), 'utf8'),
) as Record<string, VendorAction>;

/** The two actions of a verification. */
export const VERIFICATION = ['ApplyCardVerificationExternal', 'GetCardVerificationExternalResult'];

/** The 22 actions that read a document at once. */
export const READING = Object.keys(vendorActions).filter((api) => !VERIFICATION.includes(api));

const WARNINGS = ['WarnCardInfos[]', 'WarningCode[]', 'Warn[]', 'WarnInfo[]'];

/** Fields that hold a picture, as the description says of each. */
const PICTURES = [
	...['HeadImage', 'SmallHeadImage', 'Image', 'Profile', 'PortraitImage', 'PortraitImageBack'],
	...['Photo', 'RetImage', 'HeadPortrait', 'IdCardImage', 'HeadImageBase64'],
];

/** The name of a path's last part. */
const lastOf = (path: string): string => path.split('.').at(-1)!;

const isWarning = (path: string) => WARNINGS.includes(path);

/** What an action documents of its answer, as columns. */
export function documented(api: string) {
	const paths = vendorActions[api].answer.filter(
		(path) => path !== 'RequestId' && !path.includes('Polygon') && !path.endsWith('.Value'),
	);
	const isObject = (path: string) =>
		vendorActions[api].answer.some(
			(other) => other.startsWith(`${path}.`) && !/\.(Value|Polygon)/.test(other),
		);
	const isPicture = (path: string) => PICTURES.includes(lastOf(path));
	return {
		/** Those of values, in their order. */
		fields: paths.filter((path) => !isObject(path) && !isWarning(path) && !isPicture(path)),
		warnings: paths.filter(isWarning).map((path) => path.replace('[]', '')),
		pictures: [...new Set(paths.filter(isPicture).map(lastOf))],
	};
}

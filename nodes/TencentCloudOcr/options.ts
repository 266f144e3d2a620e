import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { Failure } from '../shared/engine/errors/failure';
import { readChoice } from '../shared/parameters/readChoice';
import { readSwitch } from '../shared/parameters/readSwitch';
import { readOutput } from '../shared/output/fields';

/**
 * Refuses what Tencent Cloud would, or what would be lost after it has been paid.
 *
 * @throws Failure with what to change
 */
export function checkOptions(context: IExecuteSingleFunctions): void {
	readOutput(context);
	const scenario = readChoice(context, 'options.configId', 'Scenario', ['OCR', 'MulOCR']);
	const isSplit = readSwitch(context, 'options.enableDetectSplit', 'Detect Split');
	readSwitch(context, 'options.enableDetectText', 'Detect Text');
	if (isSplit && scenario !== 'OCR') {
		throw new Failure(
			'rejected',
			'Detect Split works with the scenario Common only. Switch it off, or set Scenario to Common.',
		);
	}
}

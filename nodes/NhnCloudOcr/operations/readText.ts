import type { IExecuteSingleFunctions } from 'n8n-workflow';

import type { Operation } from '../../shared/description/operation';
import { isPerDocument, readOutput } from '../../shared/output/fields';
import { textDocument } from '../../shared/output/textDocument';
import { readTextOptions } from '../../shared/output/textOptions';
import { withoutDuplicates } from '../../shared/output/withoutDuplicates';
import { readSwitch } from '../../shared/parameters/readSwitch';
import { fileOf, linesOf } from '../output/text';
import { accountFor, imageRequest } from '../request';
import { checkResponse } from '../response';
import { keepDuplicates } from './fields';

/**
 * The parts that the operations on text share.
 *
 * @param options.isSegmented whether NHN Cloud cuts the image into segments. They overlap, so it may
 * read text twice (overview, "Input Image Guide"). It does not say where the edges are, so duplicates
 * are known only by their text and place.
 */
export const readText = ({ isSegmented = false } = {}): Pick<
	Operation,
	'account' | 'requests' | 'checkResponse' | 'items'
> => ({
	account: accountFor('plain'),

	async requests(options, ended) {
		readOutput(this);
		readTextOptions(this);
		if (isSegmented) keepsDuplicates(this);
		return await imageRequest.call(this, options, ended);
	},

	checkResponse,

	async items([{ body }]) {
		const output = readOutput(this);
		if (output === 'raw') return [{ json: body }];
		const options = readTextOptions(this);
		const page = { page: 1, lines: linesOf(body, options.withCorners) };
		const pages = [isSegmented && !keepsDuplicates(this) ? withoutDuplicates(page) : page];
		const items = await textDocument(this, pages, output, options);
		if (isPerDocument(output)) Object.assign(items[0].json, fileOf(body));
		return items;
	},
});

const keepsDuplicates = (context: IExecuteSingleFunctions): boolean =>
	readSwitch(context, `options.${keepDuplicates.name}`, keepDuplicates.displayName);

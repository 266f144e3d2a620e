import type { Operation } from '../../../shared/description/operation';
import { unexpectedShape } from '../../../shared/engine/errors/unexpectedShape';
import { plainText } from '../../../shared/output/values';
import { checkRecords, saidIn } from '../../response';
import { entryOf } from './fields';

/** Lets a response with the chosen document pass; one of an unknown structure only to Output Raw. */
export const checkIdentity: Operation['checkResponse'] = async function (items, response) {
	const check = checkRecords({ ...entryOf(this), shape: 'fields' });
	return await check.call(this, items, response);
};

/** Lets a response with a token or a status pass; one of an unknown structure only to Output Raw. */
export const checkVerification: Operation['checkResponse'] = async function (items, response) {
	const said = saidIn(response);
	const { Status, CardVerificationToken } = said;
	const isKnown = plainText(Status) !== '' || plainText(CardVerificationToken) !== '';
	if (isKnown || this.getNodeParameter('output') === 'raw') return items;
	throw unexpectedShape(response, 'Tencent Cloud');
};

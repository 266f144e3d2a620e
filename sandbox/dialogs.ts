import type { ICredentialType, INodePropertyOptions } from 'n8n-workflow';

import { ComputerVisionVietnamApi } from '../credentials/ComputerVisionVietnamApi.credentials';
import { NhnCloudOcrApi } from '../credentials/NhnCloudOcrApi.credentials';
import { NhnCloudOcrOAuth2Api } from '../credentials/NhnCloudOcrOAuth2Api.credentials';
import { TencentCloudApi } from '../credentials/TencentCloudApi.credentials';

const TYPES = [ComputerVisionVietnamApi, NhnCloudOcrApi, NhnCloudOcrOAuth2Api, TencentCloudApi].map(
	(Type): ICredentialType => new Type(),
);

/**
 * What to enter into the credentials' dialogs, in the words of the dialogs.
 *
 * @param accounts the fields' values by credential type
 */
export const dialogsOf = (accounts: Record<string, object>): string =>
	TYPES.map((type) => dialogOf(type, accounts[type.name])).join('\n\n');

function dialogOf({ displayName, properties }: ICredentialType, account: object): string {
	const values = new Map(Object.entries(account).filter(([, value]) => value !== ''));
	const fields = properties.filter(({ name }) => values.has(name));
	const widest = Math.max(...fields.map((field) => field.displayName.length));
	const lines = fields.map(({ name, displayName: label, options = [] }) => {
		const value = values.get(name);
		const choice = (options as INodePropertyOptions[]).find((option) => option.value === value);
		return `  ${label.padEnd(widest)}  ${choice?.name ?? String(value)}`;
	});
	return [displayName, ...lines].join('\n');
}

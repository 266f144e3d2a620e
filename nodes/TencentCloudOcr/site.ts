import { Failure } from '../shared/engine/errors/failure';

/** A site of Tencent Cloud. Each has accounts and actions of its own. */
export type Site = 'international' | 'china';

/**
 * The site of an endpoint; undefined for one that may belong to either. The documentation of both
 * sites lists the hosts of the regions, and a custom endpoint may be anything.
 *
 * Source: "Request Structure" of Tencent Cloud OCR, on both sites.
 */
export function siteOf(endpoint: string): Site | undefined {
	const { hostname } = new URL(endpoint);
	if (hostname === 'ocr.tencentcloudapi.com') return 'china';
	return hostname.endsWith('.intl.tencentcloudapi.com') ? 'international' : undefined;
}

const NAMES: Record<Site, { site: string; endpoint: string }> = {
	international: { site: 'the international site', endpoint: 'International' },
	china: { site: 'the China site', endpoint: 'China' },
};

/**
 * Checks that an action is offered at an endpoint, so that nothing is sent in vain.
 *
 * @param action for the message
 * @throws Failure when the endpoint belongs to a site without the action
 */
export function checkSite(endpoint: string, sites: readonly Site[], action: string): void {
	const site = siteOf(endpoint);
	if (site === undefined || sites.includes(site)) return;
	const [other] = sites;
	throw new Failure(
		'rejected',
		`Tencent Cloud offers ${action} only on ${NAMES[other].site}, but the endpoint in the credential belongs to ${NAMES[site].site}. Use a credential of an account there, with the endpoint ${NAMES[other].endpoint}.`,
	);
}

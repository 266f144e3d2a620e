import { extract as card } from '../../nodes/ComputerVisionVietnam/operations/card/extract';
import { verify as verifiedCard } from '../../nodes/ComputerVisionVietnam/operations/card/verify';
import { verifyTwoSides } from '../../nodes/ComputerVisionVietnam/operations/card/verifyTwoSides';
import { documentCatalogue as visionDocuments } from '../../nodes/ComputerVisionVietnam/operations/document/catalogue';
import { extract as registration } from '../../nodes/ComputerVisionVietnam/operations/vehicleRegistration/extract';
import { extractTwoSides } from '../../nodes/ComputerVisionVietnam/operations/vehicleRegistration/extractTwoSides';
import { vehicleCatalogue } from '../../nodes/ComputerVisionVietnam/operations/vehicle/catalogue';
import type { DocumentEntry as VisionEntry } from '../../nodes/ComputerVisionVietnam/output/records/documentEntry';
import { documentCatalogue as nhnDocuments } from '../../nodes/NhnCloudOcr/operations/document/catalogue';
import { identityCardCatalogue } from '../../nodes/NhnCloudOcr/operations/identityCard/catalogue';
import type { DocumentEntry as NhnEntry } from '../../nodes/NhnCloudOcr/output/documents/documentEntry';
import type { FileRules } from '../../nodes/TencentCloudOcr/fileRules';
import type { Operation } from '../../nodes/shared/description/operation';
import { documentCatalogue as tencentDocuments } from '../../nodes/TencentCloudOcr/operations/document/catalogue';
import { identityCatalogue } from '../../nodes/TencentCloudOcr/operations/identityDocument/catalogue';
import { FILES, verify } from '../../nodes/TencentCloudOcr/operations/identityDocument/verify';
import { APPLY, SITES } from '../../nodes/TencentCloudOcr/operations/identityDocument/verification';
import type { DocumentAction } from '../../nodes/TencentCloudOcr/output/records/documentEntry';

/** The page that has the table, between these two lines. */
export const PAGE = 'README.md';
export const BEGIN =
	'<!-- What docs/make/documentTable.ts makes of the catalogues: npm run docs -->';
export const END = '<!-- The end of it -->';

const TITLES = ['Node', 'Document', 'API', 'Files', 'URLs', 'Largest file', 'Per second'];

const NONE = '–';

/** Every document that the nodes read: a title per column, then a row per document. */
export const documentTable = (): string[][] => [
	TITLES,
	visionCard('Card', card, 'Pictures, PDF'),
	visionCard('Card', verifiedCard, 'Pictures, PDF'),
	visionCard('Card', verifyTwoSides, 'Pictures; front and back'),
	...visionDocuments.map((entry) => vision('Document', entry)),
	...vehicleCatalogue.map((entry) => vision('Vehicle', entry)),
	visionCard('Vehicle Registration', registration, 'Pictures'),
	visionCard('Vehicle Registration', extractTwoSides, 'Pictures; front and back'),
	...nhnDocuments.map((entry) => nhn('Document', entry)),
	...identityCardCatalogue.map((entry) => nhn('Identity Card', entry)),
	...Object.values(tencentDocuments).map((entry) => tencent(`Document > ${entry.name}`, entry)),
	...identityCatalogue.map((entry) => tencent(`Identity Document > ${entry.name}`, entry)),
	tencent(`Identity Document > ${verify.option.name}`, { api: APPLY, files: FILES, sites: SITES }),
];

/** As Markdown. */
export const markdownOf = ([titles, ...rows]: string[][]): string =>
	[titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const vision = (resource: string, { name, url, accepts, isDemo }: VisionEntry): string[] => [
	'Computer Vision Vietnam',
	`${resource} > ${name}`,
	`\`${url}\`${isDemo ? ' (documented for the demo only)' : ''}`,
	...(accepts === 'XML' ? ['XML', 'n8n downloads'] : [inWords(accepts), 'The provider downloads']),
	NONE,
	NONE,
];

/** What has no entry in a catalogue. */
const visionCard = (resource: string, { option, request }: Operation, files: string): string[] => [
	'Computer Vision Vietnam',
	`${resource} > ${option.name}`,
	`\`${request.url}\``,
	files,
	'The provider downloads',
	NONE,
	NONE,
];

const nhn = (resource: string, { name, url, accepts }: NhnEntry): string[] => [
	'NHN Cloud OCR',
	`${resource} > ${name}`,
	`\`${url}\``,
	...(accepts === undefined
		? [NONE, NONE, NONE]
		: [accepts === 'pictures' ? 'JPG, PNG' : 'JPG, PNG, PDF', 'n8n downloads', '20 MB']),
	NONE,
];

const inWords = (accepts: string) => (accepts === 'pictures' ? 'Pictures' : 'Pictures, PDF');

const tencent = (
	document: string,
	{ api, files, sites, requestsPerSecond }: Omit<DocumentAction, 'shape' | 'fields'>,
): string[] => [
	'Tencent Cloud OCR',
	document,
	`\`${api}\`${sites.includes('international') ? '' : ' (China site only)'}`,
	kindsOf(files),
	DOWNLOADS[files.urls],
	`${(files.maxBase64 * 3) / 4} MB`,
	requestsPerSecond === undefined ? NONE : String(requestsPerSecond),
];

const DOWNLOADS: Record<FileRules['urls'], string> = {
	'Tencent Cloud': 'The provider downloads',
	'Tencent Cloud in China': 'The provider downloads in China, n8n elsewhere',
	n8n: 'n8n downloads',
};

const KINDS: Record<string, string> = { JPEG: 'JPG', Office: 'Word, Excel' };

function kindsOf({ kinds, images }: FileRules): string {
	const shown = kinds.filter((kind) => kind !== 'old Office').map((kind) => KINDS[kind] ?? kind);
	return shown.join(', ') + (images && Object.keys(images).length > 1 ? '; front and back' : '');
}

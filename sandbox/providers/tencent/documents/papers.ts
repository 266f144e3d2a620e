import { chinesePapers } from '../../../samples/papers/chinese';
import type { Paper } from '../../../samples/papers/paper';
import type { ErrorCode } from '../errors';
import { fail } from '../errors';
import type { DocumentAction } from '.';
import { isSample, pictureIn, type FileParameters } from './file';

const MOST = 7 * 1024 * 1024;

const fieldsOf = ({ fields }: Paper): Record<string, string> =>
	Object.fromEntries(fields.map(([name, , value]) => [name, value]));

const rect = { X: 330, Y: 90, Width: 200, Height: 24 };

/** An action that knows its specimen by its file, and finds nothing in any other picture. */
const known = (
	action: Omit<DocumentAction, 'read' | 'sites' | 'largest'>,
	paper: Paper,
	answer: (paper: Paper, file: Buffer, parameters: FileParameters) => object,
	nothing: ErrorCode = 'FailedOperation.ImageNoText',
): DocumentAction => ({
	...action,
	sites: ['china'],
	largest: MOST,
	async read(file, parameters) {
		await pictureIn(file, parameters);
		if (!(await isSample(file, `${paper.file}.png`))) return fail(nothing);
		return answer(paper, file, parameters);
	},
});

/** The pictures of a card are those of the whole file. */
const pictureIf = (isAsked: unknown, file: Buffer) =>
	isAsked === true ? file.toString('base64') : null;

const CONFIG = [
	...['BorderCheckWarn', 'CopyWarn', 'CropIdCard', 'CropPortrait', 'DetectPsWarn'],
	...['InvalidDateWarn', 'MultiCardDetect', 'Quality', 'ReflectWarn', 'ReshootWarn', 'TempIdWarn'],
];

/** The switches in `Config`, which is JSON text. */
function configOf(text: unknown): Record<string, unknown> {
	let config: unknown;
	try {
		config = JSON.parse(String(text ?? '{}'));
	} catch {
		fail('InvalidParameter.ConfigFormatError');
	}
	const switches = Object.entries((config ?? {}) as Record<string, unknown>);
	const isKnown = switches.every(([name, on]) => CONFIG.includes(name) && typeof on === 'boolean');
	if (!isKnown) fail('InvalidParameter.ConfigFormatError');
	return Object.fromEntries(switches);
}

function idCard(paper: Paper, file: Buffer, { Config, CardSide }: FileParameters): object {
	if (CardSide === 'BACK') fail('FailedOperation.ImageNoIdCard');
	const { CropIdCard, CropPortrait, Quality, CopyWarn } = configOf(Config);
	const picture = file.toString('base64');
	const more = {
		...(CropIdCard === true && { IdCard: picture }),
		...(CropPortrait === true && { Portrait: picture }),
		...(Quality === true && { Quality: 90 }),
		...(CopyWarn === true && { WarnInfos: [-9102] }),
	};
	return { ...fieldsOf(paper), Authority: '', ValidDate: '', AdvancedInfo: JSON.stringify(more) };
}

function invoices(paper: Paper, file: Buffer, parameters: FileParameters): object {
	const { Types = [3] } = parameters as { Types?: number[] };
	if (Types.length > 1) fail('InvalidParameterValue.InvalidParameterValueLimit');
	const { columns, rows } = paper.table!;
	const VatInvoiceItemInfos = rows.map((row) =>
		Object.fromEntries(row.map((cell, column) => [columns[column], cell])),
	);
	const isRead = Types.includes(3);
	const item = {
		...{ Code: isRead ? 'OK' : 'FailedOperation.UnsupportedInvoice', Type: 3 },
		...{ SubType: 'VatSpecialInvoice', TypeDescription: '增值税发票' },
		...{ SubTypeDescription: '增值税专用发票', Angle: 0, Page: 1 },
		Polygon: {
			LeftTop: { X: 0, Y: 0 },
			RightTop: { X: 900, Y: 0 },
			RightBottom: { X: 900, Y: 640 },
			LeftBottom: { X: 0, Y: 640 },
		},
		SingleInvoiceInfos: {
			...{ TrainTicket: null, TaxiTicket: null, OtherInvoice: null },
			VatSpecialInvoice: isRead
				? { Title: paper.title, ...fieldsOf(paper), VatInvoiceItemInfos }
				: null,
		},
		CutImage: pictureIf(parameters.EnableCutImage, file) ?? '',
	};
	return { MixedInvoiceItems: [item], TotalPDFCount: 1 };
}

/** The actions whose specimens the sandbox knows. */
export const PAPER_ACTIONS: DocumentAction[] = [
	known(
		{
			name: 'BankCardOCR',
			types: {
				RetBorderCutImage: 'boolean',
				RetCardNoImage: 'boolean',
				EnableCopyCheck: 'boolean',
				EnableReshootCheck: 'boolean',
				EnableBorderCheck: 'boolean',
				EnableQualityValue: 'boolean',
			},
		},
		chinesePapers.bankCard,
		(paper, file, parameters) => ({
			...fieldsOf(paper),
			BorderCutImage: pictureIf(parameters.RetBorderCutImage, file),
			CardNoImage: pictureIf(parameters.RetCardNoImage, file),
			WarningCode: parameters.EnableCopyCheck === true ? [-9113] : [],
			QualityValue: parameters.EnableQualityValue === true ? 90 : null,
		}),
		'FailedOperation.NoBankCardError',
	),
	known(
		{ name: 'IDCardOCR', types: { CardSide: 'string', Config: 'string' } },
		chinesePapers.idCard,
		idCard,
		'FailedOperation.ImageNoIdCard',
	),
	known({ name: 'LicensePlateOCR', types: {} }, chinesePapers.plate, (paper) => {
		const plate = { ...fieldsOf(paper), Confidence: 98, Rect: rect, Color: '蓝' };
		return { ...plate, LicensePlateInfos: [plate] };
	}),
	known(
		{
			name: 'RecognizeGeneralInvoice',
			types: {
				Types: 'list of integer',
				EnableOther: 'boolean',
				EnablePdf: 'boolean',
				PdfPageNumber: 'integer',
				EnableMultiplePage: 'boolean',
				EnableCutImage: 'boolean',
			},
		},
		chinesePapers.vatInvoice,
		invoices,
	),
	known({ name: 'SealOCR', types: {} }, chinesePapers.seal, (paper) => {
		const seal = { ...fieldsOf(paper), Location: rect, OtherTexts: ['000'], SealShape: '0' };
		return { ...seal, SealInfos: [seal] };
	}),
];

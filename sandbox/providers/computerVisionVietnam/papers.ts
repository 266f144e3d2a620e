import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { TextReader } from '../../ocr/textReader';
import { samplePath } from '../../sampleRoutes';
import type { Paper } from '../../samples/papers';
import { papers } from '../../samples/papers';
import { boxOf, cellBoxOf, pagesOf, sampleOf } from '../../samples/papers/paper';
import { fail } from './errors';
import { openPictures, toBase64Jpeg } from './pictures';

/** What the provider answers for a paper. */
type Data = (paper: Paper, image: string) => unknown;

/** How sure the sandbox is of what it knows. */
const CONFIDENCE = 0.98;

/** A field with what was measured of it, as the provider's pages name it. */
const measured = (name: string, value: unknown, box: number[]) => ({
	[name]: value,
	[`${name}_confidence`]: CONFIDENCE,
	[`${name}_box`]: box,
});

const fieldsOf = ({ fields }: Paper): Record<string, unknown> =>
	Object.assign(
		{},
		...fields.map(([name, , value], at) => measured(name, value, boxOf(at, value))),
	);

const cellOf = (paper: Paper, row: number, column: number) => ({
	value: paper.table!.rows[row][column],
	box: cellBoxOf(paper, row, column),
	score: CONFIDENCE,
});

const map = <Made>(paper: Paper, make: (row: number, column: number) => Made): Made[][] =>
	(paper.table?.rows ?? []).map((row, at) => row.map((_, column) => make(at, column)));

/** Rows of cells with labels, as invoices have them. */
const labelled = (paper: Paper) =>
	map(paper, (row, column) => ({
		...cellOf(paper, row, column),
		label: paper.table!.columns[column],
	}));

/** Rows of cells without names. */
const cells = (paper: Paper) => map(paper, (row, column) => cellOf(paper, row, column));

/** Rows that are objects. */
const objects = (paper: Paper) =>
	map(paper, (row, column) =>
		measured(
			paper.table!.columns[column],
			paper.table!.rows[row][column],
			cellBoxOf(paper, row, column),
		),
	).map((parts) => Object.assign({}, ...parts) as Record<string, unknown>);

const accounts = {
	account_bank: [
		{
			...measured('account_no', '000000000', [0, 0, 0, 0]),
			...measured('bank', 'NGÂN HÀNG MẪU', [0, 0, 0, 0]),
		},
	],
};

const invoice: Data = (paper, image) => [
	{
		type: 'invoice',
		info: { ...fieldsOf(paper), ...accounts, table: labelled(paper), image, image_table: image },
	},
];

const sealed: Data = (paper, image) => [
	{
		type: 'invoice',
		info: { ...fieldsOf(paper), ...accounts, valid_seals: true, table: labelled(paper), image },
	},
];

const plain =
	(type: string): Data =>
	(paper, image) => [{ type, info: { ...fieldsOf(paper), image } }];

const judged =
	(type: string): Data =>
	(paper, image) => [
		{ type, valid: 'True', invalidMessage: 'Successful', info: { ...fieldsOf(paper), image } },
	];

const statement: Data = (paper, image) =>
	pagesOf(paper).map((page) => ({ image_table: [image], json: [cells(page)] }));

/** What an operation reads of which papers, by its path. */
const ANSWERS: Record<string, Array<[paper: Paper, data: Data]>> = {
	'ocr/document/invoice': [[papers.invoice, invoice]],
	'ocr/document/invoice_vehicle': [[papers.vehicleInvoice, sealed]],
	'ocr/document/price_quotation': [
		[
			papers.quotation,
			(paper, image) => [
				{
					type: 'price_quotation',
					info: { ...fieldsOf(paper), table: objects(paper), image, image_table: image },
				},
			],
		],
	],
	'ocr/document/business_registration': [
		[papers.businessRegistration, judged('business_registration')],
	],
	'ocr/document/bank_statement': [
		[papers.statement, statement],
		[papers.longStatement, statement],
	],
	'ocr/document/get_table': [[papers.table, cells]],
	'ocr/birth_certificate': [[papers.birthCertificate, plain('birth_certificate')]],
	'ocr/document/land_certificate': [
		[
			papers.landCertificate,
			(paper, image) => ({
				type: 'giay_cnqshdd_mau_1',
				info: { ...fieldsOf(paper), list_img: [image], noi_dung_chu_dat: objects(paper) },
			}),
		],
	],
	'ocr/document/credit_report': [
		[
			papers.creditReport,
			(paper, image) => ({
				type: 'credit_report',
				info: { ...fieldsOf(paper), imgs: [image], loan_guarantee: cells(paper) },
			}),
		],
	],
	'ocr/employee_profile': [
		[
			papers.profile,
			(paper, image) => ({
				academic_degree: [{ type: 'academic_degree', info: { ...fieldsOf(paper), image } }],
				image_negative: [],
				id_negative: [],
			}),
		],
	],
	'ocr/claims': [
		[
			papers.prescription,
			(paper, image) => [
				{
					type: 'prescription',
					pages: [0],
					info: { ...fieldsOf(paper), drug_info: drugs(paper), image },
				},
			],
		],
		[
			papers.invoice,
			(paper, image) => [
				{
					type: 'invoice',
					pages: [0],
					info: { ...fieldsOf(paper), table: labelled(paper), image },
				},
			],
		],
	],
	'ocr/document/get_label_claim': [
		[papers.prescription, (_, image) => [{ id: 0, label: 'prescription', image }]],
		[papers.invoice, (_, image) => [{ id: 0, label: 'invoice', image }]],
	],
	'ocr/vehicle_inspection': [[papers.inspection, plain('picertificate')]],
	'ocr/vehicle_plate': [[papers.plate, judged('vehicle_plate')]],
	'ocr/vehicle': [[papers.inspection, plain('picertificate')]],
};

const drugs = (paper: Paper) =>
	paper.table!.rows.map(([drug, quanlity], row) => ({
		...{ drug, quanlity, score: CONFIDENCE },
		box: cellBoxOf(paper, row, 0),
	}));

/** The paths of the operations on papers. */
export const paperPaths = Object.keys(ANSWERS);

/** Which of them are documented for pictures only. */
const PICTURES_ONLY = ['ocr/birth_certificate', 'ocr/vehicle_inspection', 'ocr/vehicle_plate'];

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const sampleHash = async (file: string) => hashOf(await readFile(samplePath(file)));

/**
 * An operation on a paper. The sandbox knows its specimens by their files, and finds no content in
 * any other picture.
 *
 * @throws VisionError 3, or 1 if the operation does not read the paper
 */
export const readPaper =
	(path: string) =>
	async (_: TextReader, [file]: Buffer[], thumbs: boolean): Promise<unknown> => {
		const pictures = await openPictures(file, !PICTURES_ONLY.includes(path));
		const hash = hashOf(file);
		for (const [paper, data] of ANSWERS[path]) {
			if (hash !== (await sampleHash(sampleOf(paper)))) continue;
			return data(paper, thumbs ? await toBase64Jpeg(pictures[0].image) : '');
		}
		return fail('1');
	};

/**
 * `document/invoice-xml`: the fields of the electronic specimen.
 *
 * @throws VisionError 3 if the file is no XML, or 1 if it is not the specimen
 */
export async function readXml(_: TextReader, [file]: Buffer[]): Promise<unknown> {
	if (!/^\uFEFF?</.test(file.toString('utf8', 0, 10))) return fail('3');
	if (hashOf(file) !== (await sampleHash('electronic_invoice.xml'))) return fail('1');
	return invoice(papers.invoice, '');
}

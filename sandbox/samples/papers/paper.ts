import sharp from 'sharp';

/** A document of which the sandbox makes a specimen. The names are those of the provider. */
export interface Paper {
	/** The name of its sample, without the ending. */
	file: string;
	title: string;
	/** Name, printed label and value of each field. */
	fields: Array<[name: string, label: string, value: string]>;
	/** A table: the names of its columns, and its rows. */
	table?: { columns: string[]; rows: string[][] };
	/** The pages after this one. A paper that has some is a PDF. */
	nextPages?: Paper[];
}

/** The name of the sample of a paper. */
export const sampleOf = ({ file, nextPages }: Paper) => `${file}.${nextPages ? 'pdf' : 'png'}`;

/** All pages of a paper. */
export const pagesOf = (paper: Paper): Paper[] => [paper, ...(paper.nextPages ?? [])];

/** Pixels of a drawn paper. */
const WIDTH = 900;
const LINE = 34;
const LEFT = 40;
const VALUES = 330;
const TOP = 110;

/** Where a paper has the value of a field: [left, top, right, bottom] in pixels. */
export function boxOf(line: number, value: string): number[] {
	const bottom = TOP + line * LINE;
	return [VALUES, bottom - 20, Math.min(WIDTH, VALUES + 11 * value.length), bottom + 4];
}

/** Where a paper has a cell of its table. */
export function cellBoxOf({ fields, table }: Paper, row: number, column: number): number[] {
	const width = Math.floor((WIDTH - 2 * LEFT) / table!.columns.length);
	const bottom = TOP + (fields.length + row + 2) * LINE;
	return [LEFT + column * width, bottom - 20, LEFT + (column + 1) * width, bottom + 4];
}

/** A paper as PNG, clearly marked as a specimen. */
export async function drawPaper(paper: Paper): Promise<Buffer> {
	const { title, fields, table } = paper;
	const lines = fields.flatMap(([, label, value], index) => [
		text(LEFT, TOP + index * LINE, label, 18, '#555'),
		text(VALUES, TOP + index * LINE, value, 20),
	]);
	const cells = [table?.columns ?? [], ...(table?.rows ?? [])].flatMap((row, at) =>
		row.map((cell, column) => {
			const [left, , , bottom] = cellBoxOf(paper, at - 1, column);
			return text(left, bottom - 4, cell, at === 0 ? 15 : 18, at === 0 ? '#555' : '#111');
		}),
	);
	const height = TOP + (fields.length + (table ? table.rows.length + 2 : 0)) * LINE + 90;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Liberation Sans">
		<rect width="100%" height="100%" fill="white"/>
		${text(LEFT, 56, title, 28, '#1f3a5f')}
		${[...lines, ...cells].join('')}
		${text(LEFT, height - 28, 'SPECIMEN', 52, '#b03a2e')}
	</svg>`;
	return await sharp(Buffer.from(svg)).png({ palette: true, colours: 8 }).toBuffer();
}

const text = (x: number, y: number, words: string, size: number, color = '#111') =>
	`<text x="${x}" y="${y}" font-size="${size}" fill="${color}">${escaped(words)}</text>`;

const escaped = (words: string) => words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

import { createRequire } from 'node:module';
import { join } from 'node:path';

import { ensureN8n } from '../../local-n8n/install';

/** A row of a sheet, by its header. A cell without content is ''. */
export type SheetRow = Record<string, string | number | boolean>;

/** As far as it is used here. */
interface SheetJs {
	read(file: Buffer, options: { type: 'buffer' }): { Sheets: Record<string, object> };
	utils: { sheet_to_json(sheet: object, options: { defval: string }): SheetRow[] };
}

interface CsvParse {
	parse(file: Buffer, options: { columns: true; bom: true }): SheetRow[];
}

/** The readers of spreadsheets that came with the pinned n8n. */
async function reader<Library>(name: string): Promise<Library> {
	const { folder } = await ensureN8n(() => {});
	return createRequire(join(folder, 'package.json'))(name) as Library;
}

/**
 * The rows of the only sheet of an Excel file, as Excel shows them: numbers are numbers.
 *
 * @throws Error when it has several sheets
 */
export async function rowsOfExcel(file: Buffer): Promise<SheetRow[]> {
	const { read, utils } = await reader<SheetJs>('@e965/xlsx');
	const [sheet, ...others] = Object.values(read(file, { type: 'buffer' }).Sheets);
	if (others.length > 0) throw new Error(`The file has ${others.length + 1} sheets`);
	return utils.sheet_to_json(sheet, { defval: '' });
}

/** The rows of a CSV file; every cell is text. */
export async function rowsOfCsv(file: Buffer): Promise<SheetRow[]> {
	const { parse } = await reader<CsvParse>('csv-parse/sync');
	return parse(file, { columns: true, bom: true });
}

import { crc32 } from 'node:zlib';

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OPEN = 'http://schemas.openxmlformats.org';

/** An XLSX file (ECMA-376) with one sheet of texts. */
export function workbook(rows: string[][]): Buffer {
	const cells = rows.map((row) =>
		row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join(''),
	);
	const sheet = cells.map((row) => `<row>${row}</row>`).join('');
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	return zip({
		'[Content_Types].xml': `${HEAD}<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${OPEN}/spreadsheetml/2006/main" xmlns:r="${OPEN}/officeDocument/2006/relationships"><sheets><sheet name="Table" sheetId="1" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN}/officeDocument/2006/relationships/worksheet" Target="sheet1.xml"/></Relationships>`,
		'xl/sheet1.xml': `${HEAD}<worksheet xmlns="${OPEN}/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
	});
}

/** A ZIP file (APPNOTE 6.3) whose files are not compressed. */
function zip(files: Record<string, string>): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const [path, data] = [Buffer.from(name), Buffer.from(text)];
		// Version, flags, method, time, date, sum, both sizes, lengths of the name and of extra fields.
		const about = Buffer.alloc(26);
		about.writeUInt16LE(20, 0);
		about.writeUInt16LE(33, 8);
		about.writeUInt32LE(crc32(data), 10);
		about.writeUInt32LE(data.length, 14);
		about.writeUInt32LE(data.length, 18);
		about.writeUInt16LE(path.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, path, data]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		const made = Buffer.from([20, 0]);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, about, place, path]));
		parts.push(local);
		offset += local.length;
	}
	const entries = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(directory.length, 4);
	end.writeUInt16LE(directory.length, 6);
	end.writeUInt32LE(entries.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06'), end]);
}

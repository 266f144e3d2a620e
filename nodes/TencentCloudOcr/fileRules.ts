import type { FileKind } from '../shared/input/fileKind';
import type { ImageName } from '../shared/input/parameters';

/** The parameters that hold an image: its file as base64, or its address. */
interface ImageParameters {
	base64: string;
	url: string;
	/** Whether it may be left out: its field is empty. */
	isOptional?: boolean;
}

/** The files that an action reads, and how it takes them. */
export interface FileRules {
	kinds: readonly FileKind[];
	/** The kinds for messages, if they are not listed one by one. */
	kindsInWords?: string;
	/** Megabytes of a file's base64 text. */
	maxBase64: number;
	/** Who downloads pictures from URLs: n8n always downloads PDFs. */
	urls: 'Tencent Cloud' | 'Tencent Cloud in China' | 'n8n';
	/** How a page of a PDF is asked for; `alone` if only as a file with this page. */
	pages?: 'IsPdf' | 'EnablePdf' | 'PdfPageNumber' | 'alone';
	/** One image by default. */
	images?: Partial<Record<ImageName, ImageParameters>>;
}

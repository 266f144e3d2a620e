import { join } from 'node:path';

import { layoutText, markdownOf } from '../../nodes/shared/output/layout';
import type { Fixture } from '../../test/shared/layout/fixtures/fixture';
import type { Reading } from '../../test/shared/layout/print';
import { pageOf } from '../../test/shared/layout/print';
import { drawPage } from './drawPage';

/** The folder of the files. */
export const DOCS = join(__dirname, '..');
/** The folder of the pictures in it. */
export const PICTURES = 'gallery';

const INTRODUCTION = `# Gallery

These are pages of the [tests](../test/shared/layout/fixtures). They show what the nodes make of boxes
with text, as [\`layout.md\`](layout.md) explains. A picture shows how a page is printed and photographed,
with a box around each piece of text that a provider sends. Where the result is not what a careful
reader would write, it says so.

\`npm run docs\` writes this file and its pictures.`;

/** The files of the gallery, by their paths in `docs`. */
export function galleryFiles(fixtures: Record<string, Fixture>): Record<string, string> {
	const files: Record<string, string> = {};
	const sections = Object.entries(fixtures).map(([name, fixture]) => {
		const picture = `${PICTURES}/${name}.svg`;
		files[picture] = drawPage(fixture.prints, fixture.reading);
		return sectionOf(fixture, picture);
	});
	files['gallery.md'] = `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
	return files;
}

function sectionOf(fixture: Fixture, picture: string): string {
	const { title, about, prints, reading } = fixture;
	const pages = [pageOf(prints, reading)];
	const markdown = markdownOf(pages);
	return `## ${title}

${about} ${seen(reading)}

<table>
<tr><th>Picture</th><th>Layout</th></tr>
<tr valign="top">
<td rowspan="3"><img src="${picture}" width="320" alt="${title}"></td>
<td>

${block(layoutText(pages))}

</td>
</tr>
<tr><th>Markdown</th></tr>
<tr valign="top">
<td>

${block(markdown)}

</td>
</tr>
<tr><th colspan="2">Markdown, as it is shown</th></tr>
<tr>
<td colspan="2">

${markdown}

</td>
</tr>
</table>${shortcomings(fixture)}`;
}

/** How a page was photographed, and in which order its pieces came. */
function seen({ slant, keystone, leaning, order = 'given' }: Reading): string {
	const views = [
		slant !== undefined && `slanted by ${slant}°`,
		keystone !== undefined && `photographed from the side (${keystone * 100} %)`,
		leaning !== undefined && `photographed from below (${leaning * 100} %)`,
	].filter((view) => view !== false);
	const orders = {
		given: 'in the order of the text',
		byY: 'sorted by height',
		byColumn: 'column by column',
		shuffled: 'in a random order',
	};
	return `The page is ${views.join(' and ') || 'level'}, and its pieces come ${orders[order]}.`;
}

/** What does not come out as written by hand. */
function shortcomings({ gaps = {}, markdown, layout, order }: Fixture): string {
	const written = { markdown, layout, order: order.join('\n') };
	const notes = (['order', 'layout', 'markdown'] as const)
		.filter((aspect) => gaps[aspect] !== undefined)
		.map(
			(aspect) => `<details>
<summary>${NAMES[aspect]} is not what a reader would write yet: ${gaps[aspect]}. A reader would write:</summary>

${block(written[aspect])}

</details>`,
		);
	return notes.map((note) => `\n\n${note}`).join('');
}

const NAMES = { order: 'The reading order', layout: 'The layout', markdown: 'The Markdown' };

const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

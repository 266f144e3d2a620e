import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { drawPage } from '../docs/make/drawPage';
import { DOCS, galleryFiles, PICTURES } from '../docs/make/gallery';
import { fixtures } from './shared/layout/fixtures';

test('the gallery shows what the nodes make of its pages: npm run docs', () => {
	const files = galleryFiles(fixtures);
	for (const [path, content] of Object.entries(files))
		expect([path, readFileSync(join(DOCS, path), 'utf8')]).toEqual([path, content]);
	const pictures = readdirSync(join(DOCS, PICTURES)).map((file) => `${PICTURES}/${file}`);
	expect(Object.keys(files).toSorted()).toEqual([...pictures, 'gallery.md'].toSorted());
});

test('a picture has the text of a page in its boxes', () => {
	const picture = drawPage([{ x: 10, y: 20, text: 'a <b> & c' }], {});
	expect(picture).toContain(
		'textLength="90" lengthAdjust="spacingAndGlyphs">a &#60;b&#62; &#38; c<',
	);
	expect(picture.match(/<polygon/g)).toHaveLength(2);
});

import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** What a marked image may consist of: no script, no handler, no style or address of anybody else. */
const ELEMENTS = ['svg', 'style', 'g', 'title', 'polygon', 'text', 'image', 'rect'];
const ATTRIBUTES = [
	...['xmlns', 'width', 'height', 'viewBox', 'x', 'y', 'class', 'points', 'transform', 'href'],
	...['font-size', 'word-spacing', 'textLength', 'lengthAdjust', 'preserveAspectRatio'],
];

interface Element {
	name: string;
	attributes: Record<string, string>;
	/** The text that is directly in it. */
	text: string;
	children: Element[];
}

/** An element of fast-xml-parser's ordered notation. */
type Ordered = Record<string, unknown>;

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	trimValues: false,
	htmlEntities: true,
});

function elementOf(node: Ordered): Element {
	const name = Object.keys(node).find((key) => key !== ':@')!;
	const within = node[name] as Ordered[];
	return {
		name,
		attributes: (node[':@'] ?? {}) as Record<string, string>,
		text: within.map((each) => String(each['#text'] ?? '')).join(''),
		children: within.filter((each) => !('#text' in each)).map(elementOf),
	};
}

const withDescendants = (element: Element): Element[] => [
	element,
	...element.children.flatMap(withDescendants),
];

/**
 * Reads a marked image, and checks that it is well-formed and harmless.
 *
 * @param url the only address that it may have
 */
export function readSvg(svg: string | Buffer, url?: string) {
	const source = String(svg);
	expect(XMLValidator.validate(source)).toBe(true);
	expect(source).toMatch(/^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
	const [root, ...others] = (parser.parse(source) as Ordered[])
		.filter((node) => !('#text' in node))
		.map(elementOf);
	expect(others).toEqual([]);
	const all = withDescendants(root);
	for (const { name, attributes, text } of all) {
		expect(ELEMENTS).toContain(name);
		expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(attributes)));
		for (const [attribute, value] of Object.entries(attributes)) {
			if (attribute === 'href') {
				if (value !== url) expect(value).toMatch(/^data:image\/[a-z]+;base64,[A-Za-z0-9+/]*=*$/);
			} else expect(value).not.toMatch(/NaN|Infinity|undefined|null|e[+-]\d/);
		}
		if (name === 'style') expect(text).not.toMatch(/url|@|</);
	}
	const lines = all
		.filter(({ name, attributes }) => name === 'g' && attributes.class)
		.map(({ attributes, children }) => {
			const texts = children.filter(({ name }) => name === 'text');
			return {
				band: attributes.class,
				title: children.find(({ name }) => name === 'title')?.text,
				points: children.find(({ name }) => name === 'polygon')?.attributes.points,
				number: texts.find((text) => text.attributes.class === 'number')?.text,
				text: texts.find((text) => text.attributes.class === 'text')?.text,
			};
		});
	return {
		lines,
		images: all.filter(({ name }) => name === 'image').map(({ attributes }) => attributes),
		/** The pages, below each other. */
		sheets: root.children.filter(({ name }) => name === 'svg').map(({ attributes }) => attributes),
		root: root.attributes,
	};
}

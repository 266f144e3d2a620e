import { drawRows, foot, goods, head, rule } from './receiptRows';
import type { Row } from './receiptRows';

/** What is bought besides the goods of the short receipt. */
const moreGoods: Array<[name: string, price: string]> = [
	['Basmati rice 1 kg', '3.35'],
	['Green apples 1.2 kg', '2.76'],
	['Bananas 0.9 kg', '1.44'],
	['Carrots 1 kg', '1.19'],
	['Potatoes 2 kg', '2.98'],
	['Red onions', '1.05'],
	['Cucumber', '0.89'],
	['Baby spinach', '2.25'],
	['Lemons x4', '1.60'],
	['Salted butter', '2.85'],
	['Goat cheese', '3.95'],
	['Plain yoghurt', '1.79'],
	['Orange juice 1 l', '2.49'],
	['Sparkling water x6', '3.12'],
	['Black tea', '2.19'],
	['Strawberry jam', '3.05'],
	['Forest honey', '4.99'],
	['Rolled oats', '1.75'],
	['Wheat flour 1 kg', '1.09'],
	['Brown sugar', '1.69'],
	['Sea salt', '0.95'],
	['Black pepper', '2.39'],
	['Spaghetti 500 g', '1.29'],
	['Tomato sauce', '1.99'],
	['Canned beans', '0.99'],
	['Tuna in oil', '2.15'],
	['Almonds 200 g', '3.49'],
	['Dark chocolate', '1.89'],
	['Vanilla ice cream', '4.25'],
	['Frozen peas', '1.85'],
	['Dish soap', '1.99'],
	['Laundry powder', '6.75'],
	['Toothpaste', '2.29'],
	['Hand soap', '1.49'],
	['Light bulbs x2', '5.98'],
];

const bought = [...goods, ...moreGoods];
const cents = bought.reduce((sum, [, price]) => sum + Math.round(Number(price) * 100), 0);

/** What is printed on it, without the name of the shop. */
export const longReceiptRows: Row[] = [
	...head,
	...bought,
	rule,
	['Items', String(bought.length)],
	['TOTAL USD', (cents / 100).toFixed(2)],
	...foot,
];

/** Where and how large it is printed, pixels. */
export const LONG_RECEIPT = { left: 28, right: 412, centre: 220, top: 168, step: 44, size: 24 };

/**
 * An invented till receipt that is too long to be read well at once.
 *
 * @returns SVG text, 440 × 2640 px
 */
export function longReceipt(): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="440" height="2640">
		<rect width="440" height="2640" fill="white"/>
		<g fill="#26262b" font-family="Liberation Sans" font-size="${LONG_RECEIPT.size}">
			<g font-weight="bold" text-anchor="middle">
				<text x="220" y="56" font-size="26">* SPECIMEN *</text>
				<text x="220" y="106" font-size="36">CORNER MARKET</text>
			</g>
			${drawRows(longReceiptRows, LONG_RECEIPT)}
		</g>
	</svg>`;
}

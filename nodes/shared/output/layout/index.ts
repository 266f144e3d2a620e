/**
 * The text of a page as it stands there, from nothing but the boxes of its lines.
 *
 * 1. Lines come apart into pieces at wide gaps, as some providers cut them anyway (`pieces`).
 * 2. The skew is where the projection profile of the words is sharpest: rows are y = a + x · (slope +
 *    fan · a). With it the page is levelled; its margins are made upright the same way (`skew`,
 *    `levelPage`). A page of vertical text stays as the provider reads it.
 * 3. Rows are chains of pieces, from left to right, whose middles are near each other (`rows`).
 * 4. Columns are parted by the fewest upright lines that part all neighbours in a row (`columns`).
 * 5. Reading order is an XY-cut, of blocks first and then of each block's lines: the blanks of the
 *    horizontal profile part bands, and bands that share a gutter between prose are columns
 *    (`readingOrder`, `regions`).
 * 6. Rows whose cells align are a table; what is between tables is paragraphs (`tables`, `markdown`).
 */
export { layoutText } from './layoutText';
export { markdownOf } from './markdown';
export { readingOrder } from './readingOrder';
export { rowItems, rowsOf } from './rowItems';

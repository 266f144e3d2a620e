const lines = [
	'주민 여러분께 알려 드립니다.',
	'다음 주 화요일 오전 9시부터 수도 공사를 시작합니다.',
	'공사 시간에는 물을 사용할 수 없으니 미리 준비해 주세요.',
	'The water will be off on Tuesday from 9:00 to 15:30.',
	'문의 전화: 02-555-0100',
	'이 안내문은 시험용이며 실제 내용이 아닙니다.',
	'Sample Apartments, building 101',
];

/**
 * An invented notice to the tenants of a house, in Korean and English.
 *
 * @returns SVG text, 1200 × 760 px; needs the font NanumGothic (Debian: `fonts-nanum`)
 */
export function koreanNotice(): string {
	const texts = lines.map((line, i) => `<text x="90" y="${230 + i * 76}">${line}</text>`);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="760">
		<rect width="1200" height="760" fill="white"/>
		<g fill="#222" font-family="NanumGothic" font-size="38">
			<text x="90" y="120" font-size="56" font-weight="bold">안내문 SPECIMEN</text>
			${texts.join('\n')}
		</g>
	</svg>`;
}

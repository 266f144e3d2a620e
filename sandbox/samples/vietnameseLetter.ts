const paragraphs = [
	['Kính gửi ông Nguyễn Văn Mẫu,'],
	[
		'Chúng tôi xin cảm ơn ông đã quan tâm đến chương trình thử nghiệm.',
		'Bức thư này được viết để kiểm tra việc nhận dạng chữ tiếng Việt,',
		'và không có người nào trong thư là người thật.',
	],
	[
		'Tổng số tiền phải thanh toán là 1.250.000 đồng, hạn cuối là ngày',
		'30 tháng 9 năm 2025. Vui lòng giữ lại hóa đơn để đối chiếu.',
	],
	[
		'This paragraph is in English, because many letters mix languages.',
		'The invoice number is 2025-0042 and the weight is 12 kg.',
	],
	['Trân trọng,', 'Công ty Tưởng Tượng'],
];

/**
 * An invented letter in Vietnamese and English.
 *
 * @returns SVG text, 1240 × 1100 px
 */
export function vietnameseLetter(): string {
	let y = 130;
	const lines = paragraphs.flatMap((paragraph) => {
		y += 36;
		return paragraph.map((text) => `<text x="110" y="${(y += 48)}">${text}</text>`);
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1100">
		<rect width="1240" height="1100" fill="white"/>
		<g fill="#222" font-family="Liberation Sans" font-size="32">
			<text x="110" y="120" font-size="52" font-weight="bold">THƯ MẪU - SPECIMEN</text>
			${lines.join('\n')}
		</g>
	</svg>`;
}

import sharp from 'sharp';

let drawn: Promise<string> | undefined;

/** The picture of a grey figure, as the base64 text of a JPEG. */
export async function portraitImage(): Promise<string> {
	drawn ??= sharp(
		Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="160" height="200">
			<rect width="160" height="200" fill="#dfe3e8"/>
			<circle cx="80" cy="80" r="38" fill="#98a2ad"/>
			<rect x="24" y="130" width="112" height="70" rx="34" fill="#98a2ad"/>
		</svg>`),
	)
		.jpeg()
		.toBuffer()
		.then((bytes) => bytes.toString('base64'));
	return await drawn;
}

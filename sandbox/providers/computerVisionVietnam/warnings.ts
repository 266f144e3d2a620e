import type { Picture } from './pictures';

/** The "Warning error code table" of the documentation, as far as the sandbox gives warnings. */
const messages = {
	'0': 'Successful',
	'2': 'The picture is a photocopy version of the id card',
};

/** Largest mean difference between the colour channels of a picture that is grey, of 255. */
const mostColor = 2;

/** What the `ekyc` operations say of a picture of a document, beside its reading. */
export async function verdict({ image }: Picture) {
	const invalidCode = (await isGrey(image)) ? '2' : '0';
	return {
		// The provider's words, not booleans.
		valid: invalidCode === '0' ? 'True' : 'False',
		invalidCode,
		invalidMessage: messages[invalidCode],
	};
}

async function isGrey(image: Picture['image']): Promise<boolean> {
	const { data, info } = await image
		.clone()
		.resize(64, 64, { fit: 'fill' })
		.toColorspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	if (info.channels < 3) return true;
	let difference = 0;
	for (let i = 0; i < data.length; i += info.channels) {
		const [red, green, blue] = data.subarray(i, i + 3);
		difference += Math.max(red, green, blue) - Math.min(red, green, blue);
	}
	return difference / (info.width * info.height) <= mostColor;
}

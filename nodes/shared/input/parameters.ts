/** An image of an item: its only one, or a side of its document. */
export type ImageName = keyof typeof imageParameters;

/** The parameter that holds an image, by input type. */
export const imageParameters = {
	image: { binary: 'binaryPropertyName', url: 'imageUrl', base64: 'imageBase64' },
	front: { binary: 'frontBinaryPropertyName', url: 'frontImageUrl', base64: 'frontImageBase64' },
	back: { binary: 'backBinaryPropertyName', url: 'backImageUrl', base64: 'backImageBase64' },
	/** The back of a document whose front is `image`: one field, which may be empty. */
	second: { binary: 'backImage', url: 'backImage', base64: 'backImage' },
} as const;

/** What the columns of an image begin with. */
export const columnPrefixes: Record<ImageName, string> = {
	image: '',
	front: 'front_',
	back: 'back_',
	second: 'back_',
};

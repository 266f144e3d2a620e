/** How long the sides of a picture may be, in pixels. */
export interface Pixels {
	min: number;
	max: number;
	/** Of a JPEG, if another. */
	maxJpeg?: number;
}

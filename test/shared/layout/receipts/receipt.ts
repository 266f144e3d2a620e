import type { TextDetection } from '../../../../sandbox/providers/tencent/textDetections';
import type { Camera } from '../../../../sandbox/samples/photograph';

/** A piece of text as the sandbox's Tencent Cloud sends it, and the printed row in which it stands. */
export interface ReadPiece extends TextDetection {
	/** From 0; negative in the name of the shop. */
	row: number;
}

/** How the scene of the short receipt is photographed, and read anew. The sample `receipt.jpg` is one. */
export const PHOTOS = {
	sample: {},
	turned5: { tilt: 5, lean: 0 },
	'turned-8': { tilt: -8, lean: 0 },
	turned12: { tilt: 12, lean: 0 },
	aside: { tilt: 0, lean: 0, aside: 0.1 },
} satisfies Record<string, Camera>;

/** The recorded readings: of each photo, and of the sample `long_receipt.png`. */
export type ReadingName = keyof typeof PHOTOS | 'long';

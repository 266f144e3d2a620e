/** Random numbers that are the same each time. Source: Marsaglia, "Xorshift RNGs" (2003). */
export function randomNumbers(seed: number): (below: number) => number {
	let state = seed + 0x9e3779b9;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}

/** Pieces that mean something in a PDF. */
const PIECES = [
	'0',
	'9',
	'-1',
	' ',
	'<<',
	'>>',
	'[',
	']',
	'(',
	')',
	'/',
	'R',
	'endobj',
	'null',
	'%',
];

/** A copy of a file with a few damages: bytes changed, taken out or put in, or an end cut off. */
export function damaged(file: Buffer, seed: number): Buffer {
	const random = randomNumbers(seed);
	let copy: Buffer = Buffer.from(file);
	for (let damages = 1 + random(4); damages > 0 && copy.length > 0; damages--) {
		const at = random(copy.length);
		switch (random(6)) {
			case 0:
			case 1:
				copy[at] = random(256);
				break;
			case 2:
				copy[at] ^= 1 << random(8);
				break;
			case 3:
				// Another digit leads elsewhere.
				copy = replaced(copy, /\d/, at, String(random(10)));
				break;
			case 4:
				copy.write(PIECES[random(PIECES.length)], at, 'latin1');
				break;
			default:
				copy =
					random(3) === 0
						? copy.subarray(0, at)
						: Buffer.concat([copy.subarray(0, at), copy.subarray(at + random(5))]);
		}
	}
	return copy;
}

function replaced(bytes: Buffer, pattern: RegExp, from: number, text: string): Buffer {
	const match = pattern.exec(bytes.toString('latin1', from, from + 200));
	if (match) bytes.write(text, from + match.index, 'latin1');
	return bytes;
}

/** Something that others wait for: open it, and all go on. */
export function gate() {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { open, opened };
}

/** Lets all go on when so many have come. */
export function meeting(count: number) {
	const all = gate();
	let come = 0;
	return async () => {
		if (++come >= count) all.open();
		await all.opened;
	};
}

/** Everything reachable, hidden properties such as an error's cause included. */
export function inspectAll(value: unknown, seen = new Set<unknown>()): string {
	if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
		return String(value);
	}
	if (seen.has(value)) return '';
	seen.add(value);
	return Reflect.ownKeys(value)
		.map((key) => `${String(key)}: ${inspectAll(Reflect.get(value, key), seen)}`)
		.join('\n');
}

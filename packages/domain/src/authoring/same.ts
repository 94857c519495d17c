/** Whether two JSON values say the same: the order of names in a thing says nothing, the order of a list does. */
export function same(one: unknown, other: unknown): boolean {
	if (Object.is(one, other) || one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;

	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every(
			(name) =>
				Object.hasOwn(other, name) &&
				same((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name])
		)
	);
}

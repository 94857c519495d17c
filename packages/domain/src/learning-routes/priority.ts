type OfTask = { key: string; role: 'primary' | 'secondary' };
type Found = { expressed: readonly string[]; partial: readonly string[] };

/**
 * Deficits of a task in the order in which the route takes them up: what the task is there for before what it only
 * touches, expressed before partial before those that were not found; of equals as the programme has them.
 */
export function byPriority<T extends OfTask>(deficits: readonly T[], { expressed, partial }: Found): T[] {
	const found = [...expressed, ...partial];
	const rank = ({ key }: T) => (found.includes(key) ? found.indexOf(key) : found.length);
	return deficits.toSorted(
		(one, other) =>
			Number(one.role === 'secondary') - Number(other.role === 'secondary') || rank(one) - rank(other)
	);
}

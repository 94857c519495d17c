import type { Field, Path } from '@stazhirovka/domain/outline';
import type { Desk } from './desk.svelte.ts';

/** Whether a field is shown: its neighbour says so, or it holds something already. What the platform gives never is. */
export function isAsked(desk: Desk, field: Field, path: Path): boolean {
	if (field.kind === 'given') return false;
	if (!field.when || desk.at(path) !== undefined) return true;

	const neighbour = desk.at([...path.slice(0, -1), field.when.field]);
	return field.when.is.some((value) => value === neighbour);
}

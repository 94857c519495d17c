import { referables, type Field, type Path } from '@stazhirovka/domain/outline';
import type { Desk } from './desk.svelte.ts';

/**
 * Whether a field is shown: it holds something already, or its neighbour says so and there is something to choose from.
 * What the platform gives never is.
 */
export function isAsked(desk: Desk, field: Field, path: Path): boolean {
	if (field.kind === 'given') return false;
	if (desk.at(path) !== undefined) return true;
	if (field.optional && field.kind === 'references' && !referables(desk.document, field.to).length)
		return false;
	if (!field.when) return true;

	const neighbour = desk.at([...path.slice(0, -1), field.when.field]);
	return field.when.is.some((value) => value === neighbour);
}

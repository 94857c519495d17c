import type { FormDefinition } from '../../forms/index.ts';
import { shuffled } from '../../programmes/cards/shuffle.ts';

/**
 * The same questions in the order that a seed draws, for one attempt: deficits change places and so do the questions
 * of a deficit. Answers are bound to the keys of questions, so the order never changes what they are worth.
 */
export function inOrderOf(definition: FormDefinition, seed: string | null): FormDefinition {
	if (seed === null) return definition;
	const sections = drawn(definition.sections, `${seed}/sections`).map((section) => ({
		...section,
		fields: drawn(section.fields, `${seed}/${section.key}`)
	}));
	return { ...definition, sections };
}

function drawn<T extends { key: string }>(things: T[], seed: string): T[] {
	const places = shuffled(
		things.map(({ key }, place) => ({ key, place, text: '' })),
		seed
	);
	return places.flatMap(({ place }) => things[place] ?? []);
}

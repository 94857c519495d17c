import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { effectiveness, type Effectiveness, type Measurements } from '@stazhirovka/domain/tasks';

/** What the measurements typed so far come to; null until there is something to compute from and a direction. */
export function figuresOf({ baseline, after, better_is }: Answer): Effectiveness | null {
	if (typeof better_is !== 'string' || better_is === '') return null;
	return effectiveness({ baseline: typed(baseline), after: typed(after), better_is } as Measurements);
}

/** The measurements themselves, without the places that are still empty. */
export function typed(value: Answer[string]): number[] {
	const list: unknown[] = Array.isArray(value) ? value : [];
	return list.filter((item) => typeof item === 'number');
}

/** While the card is being filled its result is drawn from what is typed: empty boxes for it would only be in the way. */
export function withoutComputed(definition: FormDefinition): FormDefinition {
	const sections = definition.sections.map((section) => ({
		...section,
		fields: section.fields.filter(({ kind }) => kind !== 'computed')
	}));
	return { ...definition, sections: sections.filter(({ fields }) => fields.length > 0) };
}

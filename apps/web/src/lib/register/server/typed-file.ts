import type { CohortValues } from '@stazhirovka/domain/register';
import { COHORT_COLUMNS } from '@stazhirovka/domain/register';
import { textOf } from '#lib/server/form-text.ts';

export function typedValues(form: FormData): CohortValues {
	return Object.fromEntries(
		COHORT_COLUMNS.map((letter) => [letter, textOf(form, `values.${letter}`).trim()])
	);
}

export function chosenDocuments(form: FormData): string[] {
	return form.getAll('document').filter((id): id is string => typeof id === 'string');
}

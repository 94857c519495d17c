import type { Answer, Fault, FormDefinition } from './definition.ts';
import { fieldsOf } from './validate.ts';

/** The dates that have not come yet, where a sheet tells what was done (R103, R111). Days are `YYYY-MM-DD`, today is the site's. */
export function datesAhead(definition: FormDefinition, answer: Answer, today: string): Fault[] {
	return fieldsOf(definition).flatMap(({ key, kind }) => {
		const day = answer[key];
		return kind === 'date' && typeof day === 'string' && day > today
			? [{ path: key, code: 'in_future' as const }]
			: [];
	});
}

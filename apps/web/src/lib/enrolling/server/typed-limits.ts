import { numberOf } from '#lib/server/form-number.ts';
import { textOrNull } from '#lib/server/form-text.ts';

/** What the form of a cohort says of whom it takes; an empty field is no limit. */
export function typedLimits(data: FormData): { seatsPerSchool: number | null; applyUntil: string | null } {
	return { seatsPerSchool: numberOf(data, 'seatsPerSchool'), applyUntil: textOrNull(data, 'applyUntil') };
}

import { textOf, textOrNull } from '#lib/server/form-text.ts';

/** What the form of a cohort says of whom it takes; an empty field is no limit. */
export function typedLimits(data: FormData): { seatsPerSchool: number | null; applyUntil: string | null } {
	const seats = textOf(data, 'seatsPerSchool');
	return { seatsPerSchool: seats === '' ? null : Number(seats), applyUntil: textOrNull(data, 'applyUntil') };
}

import { ok, refuse, type Result } from '../result.ts';

export type PresentationSlot = { startsAt: Date; endsAt: Date };
export type PresentationRefusal = {
	code: `presentation.${'faulty' | 'over' | 'taken' | 'has_one' | 'no_work'}`;
};

/** Times one after another from a moment that is still ahead (R116). */
export function presentationSlots(
	{ startsAt, minutes, count }: { startsAt: Date; minutes: number; count: number },
	now: Date
): Result<PresentationSlot[], PresentationRefusal> {
	if (startsAt <= now || minutes <= 0 || count <= 0) return refuse({ code: 'presentation.faulty' });
	const at = (place: number) => new Date(startsAt.getTime() + place * minutes * 60_000);
	return ok(Array.from({ length: count }, (_, place) => ({ startsAt: at(place), endsAt: at(place + 1) })));
}

/** Whether an author may take a time: it is ahead and free, and the author has a work and no other time. */
export function checkTaking(
	slot: { startsAt: Date; taken: boolean },
	author: { hasWork: boolean; hasSlot: boolean },
	now: Date
): Result<void, PresentationRefusal> {
	if (slot.startsAt <= now) return refuse({ code: 'presentation.over' });
	if (slot.taken) return refuse({ code: 'presentation.taken' });
	if (!author.hasWork) return refuse({ code: 'presentation.no_work' });
	return author.hasSlot ? refuse({ code: 'presentation.has_one' }) : ok(undefined);
}

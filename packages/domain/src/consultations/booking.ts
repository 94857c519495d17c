import { ok, refuse, type Result } from '../result.ts';

export type ConsultationFacts = {
	startsAt: Date;
	places: number;
	/** A booking may be given back until so many hours before the start. */
	cancelHours: number;
	cancelled: boolean;
	/** The host has said how it went. */
	closed: boolean;
};

export type Place = 'seat' | 'line';

export type BookRefusal = { code: `consultation.${'cancelled' | 'begun' | 'taken' | 'full' | 'clash'}` };

export type Waiter = {
	id: string;
	/** Has a seat in another consultation at that time. */
	busy: boolean;
};

const HOUR = 3_600_000;

/** Whether somebody gets a seat or a place in the line. Only a group has a line, and nobody is put there unasked. */
export function mayBook(
	slot: ConsultationFacts,
	{ taken, wait, clash }: { taken: number; wait: boolean; clash: boolean },
	now: Date
): Result<Place, BookRefusal> {
	if (slot.cancelled) return refuse({ code: 'consultation.cancelled' });
	if (slot.startsAt <= now) return refuse({ code: 'consultation.begun' });
	if (clash) return refuse({ code: 'consultation.clash' });
	if (taken < slot.places) return ok('seat');
	if (slot.places === 1) return refuse({ code: 'consultation.taken' });
	return wait ? ok('line') : refuse({ code: 'consultation.full' });
}

/** The moment until which a booking may be given back. */
export function releaseUntil({ startsAt, cancelHours }: ConsultationFacts): Date {
	return new Date(startsAt.getTime() - cancelHours * HOUR);
}

/** Whether a booking may be given back; who only waits in the line may leave it until the start. */
export function mayRelease(
	slot: ConsultationFacts,
	seated: boolean,
	now: Date
): Result<void, { code: 'consultation.release_late' }> {
	const until = seated ? releaseUntil(slot) : slot.startsAt;
	return now < until ? ok(undefined) : refuse({ code: 'consultation.release_late' });
}

/** Whether the host may say how it went, or mend what was said. */
export function mayClose(
	slot: ConsultationFacts,
	now: Date
): Result<void, { code: 'consultation.cancelled' | 'consultation.not_begun' }> {
	if (slot.cancelled) return refuse({ code: 'consultation.cancelled' });
	return slot.startsAt <= now ? ok(undefined) : refuse({ code: 'consultation.not_begun' });
}

/** The lowest seat that nobody has; null when all are taken. */
export function freeSeat(taken: readonly number[], places: number): number | null {
	for (let seat = 1; seat <= places; seat += 1) if (!taken.includes(seat)) return seat;
	return null;
}

/** Who gets the seat that became free: the first in the line who has the time. */
export function nextInLine(line: readonly Waiter[]): Waiter | undefined {
	return line.find(({ busy }) => !busy);
}

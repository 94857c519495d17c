import { BOOKING_STATES, DELIVERIES, TOPIC_KINDS } from '@stazhirovka/domain/consultations';
import { z } from 'zod';
import { Id, Moment, Person } from '../words.ts';

/** A thing of the intern that a consultation is about; `key` is a task's, a deficit's, or a submission's id. */
export const Topic = z.object({ kind: z.enum(TOPIC_KINDS), key: z.string(), title: z.string() });
export type Topic = z.infer<typeof Topic>;

export const ConsultationState = z.enum(BOOKING_STATES);

export const Consultation = z.object({
	id: Id,
	host: Person,
	startsAt: Moment,
	endsAt: Moment,
	/** The site's; times are shown in it. */
	timeZone: z.string(),
	/** One: an individual consultation. */
	places: z.int(),
	taken: z.int(),
	waiting: z.int(),
	delivery: z.enum(DELIVERIES),
	/** The place; the address of a remote room only for who has a seat. */
	venue: z.string().nullable(),
	note: z.string(),
	/** A booking may be given back before this. */
	releaseUntil: Moment,
	cancelReason: z.string().nullable()
});

/** A free time offered in place of one that was lost to somebody faster. */
export const Alternative = z.object({ id: Id, startsAt: Moment, endsAt: Moment, host: z.string() });
export type Alternative = z.infer<typeof Alternative>;

import {
	bookConsultation,
	listConsultations,
	listHostedConsultations,
	openConsultations
} from '@stazhirovka/contract/consultations';
import { consultationBookings, consultationSlots, outbox } from '@stazhirovka/db/schema';
import { desc, eq } from 'drizzle-orm';
import type { Visitor } from './visitor.ts';
import { createWorld } from './world.ts';

/** A world whose tutor offers consultations and whose interns book them; `fresh` forgets all of them. */
export async function consulting() {
	const world = await createWorld();
	const tutor = await world.as(world.tutor);
	const leader = await world.as(world.leader);
	const interns = await Promise.all(world.interns.map((person) => world.as(person)));

	/** 15:00–16:00 of 20 January by the site's clock, two times of half an hour for one intern each. */
	const offer = {
		cohortIds: [world.cohort.id],
		day: '2027-01-20',
		from: '15:00',
		to: '16:00',
		minutes: 30,
		places: 1,
		delivery: 'remote' as const,
		venue: 'https://rooms.example/7',
		cancelHours: 24
	};

	function at(n: number) {
		const [intern, enrolment] = [interns[n], world.enrolments[n]];
		if (!intern || !enrolment) throw new Error(`No intern ${n}`);
		return { intern, id: enrolment.id };
	}

	return {
		world,
		tutor,
		leader,
		interns,
		offer,
		at: (n: number) => ({ id: at(n).id }),
		async fresh() {
			world.at('2027-01-18T07:00:00Z');
			await world.db.delete(consultationBookings);
			await world.db.delete(consultationSlots);
			await world.db.delete(outbox);
		},
		/** Opens and answers with everything that the host offers. */
		async opened(change: Partial<typeof offer> & { until?: string } = {}, host: Visitor = tutor) {
			await host.must(openConsultations, { body: { ...offer, ...change } });
			const { consultations } = await host.must(listHostedConsultations, { querystring: {} });
			return consultations;
		},
		book: (n: number, slot: string, body: object = {}) =>
			at(n).intern.call(bookConsultation, { params: { id: at(n).id, slot }, body }),
		seenBy: async (n: number) =>
			(await at(n).intern.must(listConsultations, { params: { id: at(n).id } })).consultations,
		/** The newest first. */
		async lettersTo(email: string) {
			const rows = await world.db
				.select({ subject: outbox.subject, text: outbox.text })
				.from(outbox)
				.where(eq(outbox.to, email))
				.orderBy(desc(outbox.id));
			return rows.map((letter) => ({ ...letter, subject: letter.subject.replaceAll('\u00a0', ' ') }));
		}
	};
}

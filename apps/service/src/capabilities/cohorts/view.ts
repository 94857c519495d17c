import type { Cohort, CohortEnrolment, MyEnrolment } from '@stazhirovka/contract/cohorts';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import type { Actor } from '../../shell/context.ts';
import { leads } from './access.ts';
import type { CohortCard, CohortEnrolmentRow, MyEnrolmentRow, Name } from './queries.ts';

export type Person = Cohort['tutors'][number];

export function toPerson(name: Name): Person {
	return { id: name.id, fullName: fullName(name), shortName: shortName(name) };
}

/** `run`: the reader is a tutor of the cohort; `lead`: the reader is over its site. */
export function toCohort(card: CohortCard, actor: Actor): Cohort {
	const { regionId, announcedAt, tutors, ...cohort } = card;
	const run = tutors.some(({ id }) => id === actor.personId);
	const lead = leads(actor, { siteId: card.siteId, regionId });
	const decides = (run || lead) && announcedAt === null;

	return {
		...cohort,
		announcedAt: announcedAt?.toISOString() ?? null,
		tutors: tutors.map(toPerson),
		can: { run, lead, allocate: decides, announce: decides }
	};
}

export function toMyEnrolment({ personId: _, ...row }: MyEnrolmentRow): MyEnrolment {
	const enter = row.state === 'confirmed' || row.state === 'completed';
	return { ...row, can: { enter, withdraw: row.state === 'applied' } };
}

/** `seats`: how many are left. What the tutor thinks of the intern's understanding is for the intern's own tutor. */
export function toCohortEnrolment(
	row: CohortEnrolmentRow,
	cohort: Pick<Cohort, 'tutors' | 'can'> & { seats: number },
	actor: Actor
): CohortEnrolment {
	const { tutorId, appliedAt, attendedOn, understanding, ...enrolment } = row;
	const decidable = cohort.can.lead && row.state === 'applied';

	return {
		...enrolment,
		person: toPerson(row.person),
		appliedAt: appliedAt.toISOString(),
		tutor: cohort.tutors.find(({ id }) => id === tutorId) ?? null,
		attended: attendedOn !== null,
		understanding: tutorId === actor.personId ? understanding : null,
		can: { confirm: decidable && cohort.seats > 0, decline: decidable }
	};
}

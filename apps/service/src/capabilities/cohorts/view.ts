import type { Cohort, CohortEnrolment, WalkedEnrolment } from '@stazhirovka/contract/cohorts';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Actor } from '../../shell/context.ts';
import { leads } from './access.ts';
import type { CohortCard, CohortEnrolmentRow, MyEnrolmentRow, Name } from './queries.ts';

export type Person = Cohort['tutors'][number];

export function toPerson(name: Name): Person {
	return { id: name.id, fullName: fullName(name), shortName: shortName(name) };
}

/** `run`: the reader is a tutor of the cohort; `lead`: the reader is over its site. */
export function toCohort(card: CohortCard, actor: Actor): Cohort {
	const { regionId, programmeVersionId: _, announcedAt, tutors, ...cohort } = card;
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

/** An enrolment as its path names it. */
export function toWalkedEnrolment({ state, ...row }: MyEnrolmentRow): WalkedEnrolment {
	const { id, programme, cohort, site, startsOn, endsOn, decisionReason } = row;
	const enter = state === 'confirmed' || state === 'completed';
	const can = { enter, withdraw: decideEnrolment(state, 'withdraw').ok };
	return { id, state, programme, cohort, site, startsOn, endsOn, decisionReason, can };
}

/** What the tutor thinks of the intern's understanding is for the intern's own tutor. */
export function toCohortEnrolment(
	row: CohortEnrolmentRow,
	cohort: Pick<Cohort, 'tutors' | 'can'>,
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
		can: { confirm: decidable, decline: decidable }
	};
}

import {
	decideEnrolment,
	enrol,
	listCohortEnrolments,
	listSiteTutors,
	openCohort
} from '@stazhirovka/contract/cohorts';
import { listProgrammeVersions } from '@stazhirovka/contract/programmes';
import { dayFromNow } from '../answers.ts';
import type { Api } from '../api.ts';
import { found } from '../found.ts';
import { internNamed, PEOPLE } from '../people.ts';
import type { World } from '../world.ts';

export const PROGRAMME = 'adhd-lesson-12h';

/** Opens a cohort that begins today, with the tutor of these journeys. */
export async function open(
	leader: Api,
	{ title, capacity }: { title: string; capacity: number }
): Promise<{ id: string; tutorId: string }> {
	const versions = await leader.must(listProgrammeVersions, {});
	const programmeVersionId = found(versions.find(({ key }) => key === PROGRAMME)).id;
	const tutors = await leader.must(listSiteTutors, {});
	const tutorId = found(tutors.find(({ fullName }) => fullName === PEOPLE.tutor)).id;

	const period = { startsOn: dayFromNow(), endsOn: dayFromNow(40) };
	const body = { programmeVersionId, title, ...period, capacity, tutorIds: [tutorId], sessions: [] };
	const { id } = await leader.must(openCohort, { body });
	return { id, tutorId };
}

/** A cohort of its own with these people, all confirmed; answers with it and their enrolments by their full names. */
export async function assemble(
	leader: Api,
	title: string,
	people: Api[]
): Promise<{ id: string; enrolments: Map<string, string> }> {
	const { id, tutorId } = await open(leader, { title, capacity: people.length });
	for (const person of people) await person.must(enrol, { params: { id } });
	const enrolments = new Map<string, string>();
	for (const enrolment of await leader.must(listCohortEnrolments, { params: { id } })) {
		const decision = { decision: 'confirm', tutorId } as const;
		await leader.must(decideEnrolment, { params: { id: enrolment.id }, body: decision });
		enrolments.set(enrolment.person.fullName, enrolment.id);
	}
	return { id, enrolments };
}

/** The same of demonstration people alone. */
export async function fill(world: World, leader: Api, interns: Api[]): Promise<void> {
	const { id, enrolments } = await assemble(leader, world.title, interns);
	world.cohortId = id;
	for (const [fullName, enrolment] of enrolments) world.place(internNamed(fullName), enrolment);
}

import type { Database, Tx } from '@stazhirovka/db';
import { mayLead, type Role, type Scope } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { fail, missing } from '../../shell/errors.ts';
import {
	findCohortFacts,
	findCohortsFacts,
	findEnrolmentFacts,
	findSiteIds,
	studiesIn,
	type CohortFacts,
	type EnrolmentFacts
} from './access-store.ts';

/** What somebody is to an intern's things: the intern, the intern's own tutor, or the leader over the site. */
export type EnrolmentRelation = 'intern' | 'tutor' | 'leader';
/** What somebody is to a cohort. */
export type CohortRelation = 'intern' | 'tutor' | 'leader';

type Queryable = Database | Tx;
/** An enrolment with the relations that hold. */
type Entered = EnrolmentFacts & { as: EnrolmentRelation[] };

const LEADING: ReadonlySet<Role> = new Set(['leader', 'coordinator', 'administrator']);

/**
 * The one door to an intern's things. Whoever stands in none of the relations asked for gets the answer
 * of a thing that does not exist (R167). `as` tells which relations hold.
 */
export async function enterEnrolment(
	db: Queryable,
	actor: Actor,
	enrolmentId: string,
	...relations: EnrolmentRelation[]
): Promise<Entered> {
	return (await seekEnrolment(db, actor, enrolmentId, ...relations)) ?? missing('enrolment');
}

/** The same door for a thing that has an address of its own: its capability says in its own words that it is not there. */
export async function seekEnrolment(
	db: Queryable,
	actor: Actor,
	enrolmentId: string,
	...relations: EnrolmentRelation[]
): Promise<Entered | undefined> {
	const facts = await findEnrolmentFacts(db, enrolmentId);
	if (!facts) return undefined;

	const studies = facts.state === 'confirmed' || facts.state === 'completed';
	const holding: Record<EnrolmentRelation, boolean> = {
		intern: studies && facts.personId === actor.personId,
		tutor: studies && facts.tutorId === actor.personId,
		leader: leads(actor, facts)
	};
	const as = relations.filter((relation) => holding[relation]);

	return as.length ? { ...facts, as } : undefined;
}

/** The document says how it all went: once it is issued, nothing that it rests on changes. */
export function allowUntilCompleted({ state }: Pick<EnrolmentFacts, 'state'>): void {
	if (state === 'completed') fail('refused', 'enrolment.completed');
}

/** The same for a cohort: its interns, its tutors, its leaders. */
export async function enterCohort(
	db: Queryable,
	actor: Actor,
	cohortId: string,
	...relations: CohortRelation[]
): Promise<CohortFacts & { as: CohortRelation[] }> {
	const facts = (await findCohortFacts(db, cohortId)) ?? missing('cohort');
	const holding: Record<CohortRelation, boolean> = {
		intern: relations.includes('intern') && (await studiesIn(db, actor.personId, cohortId)),
		tutor: facts.cohortTutorIds.includes(actor.personId),
		leader: leads(actor, facts)
	};
	const as = relations.filter((relation) => holding[relation]);

	return as.length ? { ...facts, as } : missing('cohort');
}

/** Who tutors or leads which of these cohorts: one question, however many ask. */
export async function tutorsAndLeaders(
	db: Queryable,
	cohortIds: string[]
): Promise<(actor: Pick<Actor, 'personId' | 'grants'>, cohortId: string) => boolean> {
	const found = cohortIds.length ? await findCohortsFacts(db, cohortIds) : [];
	const facts = new Map(found.map((row) => [row.cohortId, row]));
	return (actor, cohortId) => {
		const cohort = facts.get(cohortId);
		return cohort !== undefined && (cohort.cohortTutorIds.includes(actor.personId) || leads(actor, cohort));
	};
}

/** Whether the person runs the site or is set over it. */
export function leads(
	actor: Pick<Actor, 'grants'>,
	{ siteId, regionId }: { siteId: string; regionId: string }
): boolean {
	return mayLead(actor.grants, { site: siteId, region: regionId });
}

/** The sites that `leads` says yes to, for lists. */
export async function ledSites(db: Queryable, { grants }: Pick<Actor, 'grants'>): Promise<string[]> {
	const scopes = grants.filter(({ role }) => LEADING.has(role)).map(({ scope }) => scope);
	const idsOf = (kind: Scope['kind']) =>
		scopes.flatMap((scope) => (scope.kind === kind && scope.id !== null ? [scope.id] : []));

	const everywhere = scopes.some(({ kind }) => kind === 'platform');
	return scopes.length === 0
		? []
		: findSiteIds(db, { everywhere, siteIds: idsOf('site'), regionIds: idsOf('region') });
}

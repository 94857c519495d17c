import type { Database, Tx } from '@stazhirovka/db';
import {
	certificates,
	cohorts,
	enrolments,
	followUpAnswers,
	followUpInvitations,
	followUpParticipations,
	people,
	programmeVersions,
	sites
} from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, asc, eq, isNull, min, sql } from 'drizzle-orm';
import { fail } from '../../shell/errors.ts';
import { answersIn, nextFive } from './fives-store.ts';

type Queryable = Database | Tx;

/** The cohort and nothing else; the key is random, so it tells no order either. */
export async function insertAnswer(tx: Tx, cohortId: string, answer: Answer): Promise<void> {
	await tx
		.insert(followUpAnswers)
		.values({ cohortId, answer, five: await nextFive(tx, followUpAnswers, cohortId) });
}

/** The bare fact. Once per intern: the second of two tabs is refused. */
export async function insertParticipation(tx: Tx, enrolmentId: string): Promise<void> {
	const rows = await tx
		.insert(followUpParticipations)
		.values({ enrolmentId })
		.onConflictDoNothing()
		.returning({ enrolmentId: followUpParticipations.enrolmentId });
	if (rows.length === 0) fail('refused', 'survey.already_answered');
}

export async function hasAnswered(db: Queryable, enrolmentId: string): Promise<boolean> {
	const rows = await db
		.select({ enrolmentId: followUpParticipations.enrolmentId })
		.from(followUpParticipations)
		.where(eq(followUpParticipations.enrolmentId, enrolmentId));
	return rows.length > 0;
}

export function answersOf(db: Queryable, cohortId: string) {
	return answersIn(db, followUpAnswers, cohortId);
}

/** The day of the first document of an intern: a duplicate does not put the survey off. */
export async function firstIssuedOn(db: Queryable, enrolmentId: string): Promise<string | null> {
	const [row] = await db
		.select({ on: min(certificates.issuedOn) })
		.from(certificates)
		.where(eq(certificates.enrolmentId, enrolmentId));
	return row?.on ?? null;
}

const MOST_AT_ONCE = 200;
const issuedOn = sql`min(${certificates.issuedOn})`;
const afterDays = sql`(${programmeVersions.document}->'survey'->'follow_up'->>'after_days')::int`;

/** Whose time has come by the clock of their site, and who was neither asked nor has answered. */
export function dueInvitations(db: Queryable, now: Date) {
	return db
		.select({
			enrolmentId: enrolments.id,
			givenName: people.givenName,
			email: people.email,
			programme: sql<string>`${programmeVersions.document}->>'title'`
		})
		.from(certificates)
		.innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.leftJoin(followUpInvitations, eq(followUpInvitations.enrolmentId, enrolments.id))
		.leftJoin(followUpParticipations, eq(followUpParticipations.enrolmentId, enrolments.id))
		.where(
			and(
				isNull(followUpInvitations.enrolmentId),
				isNull(followUpParticipations.enrolmentId),
				isNull(people.blockedAt),
				sql`${afterDays} is not null`
			)
		)
		.groupBy(enrolments.id, people.id, programmeVersions.id, sites.id)
		.having(
			sql`${issuedOn} + ${afterDays} <= (${now.toISOString()}::timestamptz at time zone ${sites.timeZone})::date`
		)
		.orderBy(asc(enrolments.id))
		.limit(MOST_AT_ONCE);
}

/** False when another process was faster. */
export async function claimInvitation(tx: Tx, enrolmentId: string, invitedAt: Date): Promise<boolean> {
	const rows = await tx
		.insert(followUpInvitations)
		.values({ enrolmentId, invitedAt })
		.onConflictDoNothing()
		.returning({ enrolmentId: followUpInvitations.enrolmentId });
	return rows.length > 0;
}

import { dueReminder, LEASE_DAYS, leaseFrom } from '@stazhirovka/domain/matching';
import type { Tx } from '@stazhirovka/db';
import type { Deps } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { postAll } from '../../../shell/mail.ts';
import { findCohortFacts } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { leaseEnds } from '../letters.ts';
import { internsOf } from '../queries.ts';
import { reviewsOf } from '../reviews-store.ts';
import { lockCohort } from '../store.ts';
import { giveOn } from './giving-on.ts';
import * as leases from './leases-store.ts';
import { reserveReviewsLink, reviewsLink } from './links.ts';

type Working = Pick<Deps, 'db' | 'now' | 'origin'>;

/**
 * Reminds those who have not begun a review, and gives on what has lain too long (R115). Each cohort is locked for its
 * own transaction: any number of processes may do it at once, and each reminder is written once. Throws what failed
 * after all cohorts had their turn.
 */
export async function keepLeases(deps: Working): Promise<void> {
	const faults: unknown[] = [];
	for (const cohortId of await leases.cohortsWithLeases(deps.db)) {
		await deps.db.transaction((tx) => keep(tx, deps, cohortId)).catch((fault: unknown) => faults.push(fault));
	}
	if (faults.length) throw new AggregateError(faults, 'Leases of some cohorts were not kept');
}

async function keep(tx: Tx, deps: Working, cohortId: string): Promise<void> {
	const { announcedAt } = await lockCohort(tx, cohortId);
	if (announcedAt) return;
	await remind(tx, deps, cohortId);
	await expire(tx, deps, cohortId);
}

async function remind(tx: Tx, { now, origin }: Working, cohortId: string): Promise<void> {
	const open = await leases.openLeases(tx, cohortId);
	const due = open.filter(({ givenAt, remindedAt }) => {
		return dueReminder(leaseFrom(givenAt, LEASE_DAYS), remindedAt, now()) !== null;
	});
	if (due.length === 0) return;

	const cohort = await findCohortFacts(tx, cohortId);
	const people = await internsOf(tx, cohortId);
	const letters = [...Map.groupBy(due, ({ reviewerId }) => reviewerId)].flatMap(([reviewerId, own]) => {
		const to = people.get(reviewerId);
		const link = to?.reserve ? reserveReviewsLink(origin) : reviewsLink(origin, reviewerId);
		const until = new Date(Math.min(...own.map(({ leaseUntil }) => leaseUntil.getTime())));
		const facts = { titles: own.map(({ title }) => title), until, timeZone: cohort?.timeZone ?? 'UTC', link };
		return to ? [leaseEnds(to, facts)] : [];
	});
	await leases.markReminded(
		tx,
		due.map(({ id }) => id),
		now()
	);
	await postAll(tx, letters, now());
}

/** What nobody else can take stays, and its lease ends: its reviewer may still come. */
async function expire(tx: Tx, { now, origin }: Working, cohortId: string): Promise<void> {
	const expired = (await leases.openLeases(tx, cohortId)).filter(({ leaseUntil }) => leaseUntil <= now());
	const cohort = await findCohortFacts(tx, cohortId);
	if (expired.length === 0 || !cohort) return;

	const ids = expired.map(({ id }) => id);
	const programme = await loadProgramme(tx, cohort.programmeVersionId);
	const giver = { actor: null, now, origin };
	await giveOn(tx, giver, { cohort, programme }, { lost: [], expired: ids });
	const left = await reviewsOf(
		tx,
		expired.map(({ finalWorkId }) => finalWorkId)
	);
	const kept = left.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
	await leases.endLeases(tx, kept);
	const facts = { expired: ids, kept };
	await record(tx, giver, 'review_lease.ended', { id: cohortId, cohortId }, facts);
}

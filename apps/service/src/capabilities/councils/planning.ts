import type { Tx } from '@stazhirovka/db';
import { assignReviewers, membersOn, type Shortage } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { applicationFacts } from './queries.ts';
import { assignmentsOf, withdrawAssignment, type AssignmentRow } from './reviews-store.ts';
import { stancesOf } from './stances.ts';
import { expertisesOf, membersOf, type CouncilRow, type ExpertiseRow } from './store.ts';

export type Planned = { expertiseId: string; personId: string };
type Plan = { pairs: Planned[]; short: Shortage[]; open: ExpertiseRow[] };

/** Takes back the slots of who may not review any more and has not finished: left the council, or is in conflict. */
export async function giveBackLost(
	tx: Tx,
	ctx: Pick<Ctx, 'now'>,
	council: CouncilRow
): Promise<AssignmentRow[]> {
	const { open, members, stances } = await standing(tx, ctx, council);
	const held = await assignmentsOf(
		tx,
		open.map(({ id }) => id)
	);
	const lost = held.filter(({ personId, expertiseId, review }) => {
		const application = open.find(({ id }) => id === expertiseId)?.applicationId ?? '';
		if (stances(personId, application).standing === 'conflict') return true;
		return !members.includes(personId) && !review?.submittedAt;
	});
	for (const { id } of lost) await withdrawAssignment(tx, id, ctx.now());
	return lost;
}

/** What open expertises still lack, given to those who may review and have least to do. What stands is kept. */
export async function planMissing(
	tx: Tx,
	ctx: Pick<Ctx, 'now'>,
	{ council, seed, only }: { council: CouncilRow; seed: number; only?: string[] }
): Promise<Plan> {
	const { open, members, stances } = await standing(tx, ctx, council);
	const held = await assignmentsOf(
		tx,
		open.map(({ id }) => id)
	);
	const applicationOf = new Map(open.map(({ id, applicationId }) => [id, applicationId]));
	const expertiseOf = new Map(open.map(({ id, applicationId }) => [applicationId, id]));
	const fixed = held.map(({ personId, expertiseId }) => ({
		reviewer: personId,
		work: applicationOf.get(expertiseId) ?? ''
	}));
	const wanted = open.filter(({ id }) => only === undefined || only.includes(id));

	const plan: Plan = { pairs: [], short: [], open };
	for (const [perApplication, group] of Map.groupBy(wanted, (one) => one.perApplication)) {
		const applications = group.map(({ applicationId }) => applicationId);
		const found = assignReviewers({
			applications,
			reviewers: members,
			stances: applications.flatMap((application) =>
				members.map((reviewer) => ({
					application,
					reviewer,
					standing: stances(reviewer, application).standing
				}))
			),
			perApplication,
			fixed: [...fixed],
			seed
		});
		const isNew = (reviewer: string, work: string) =>
			!fixed.some((pair) => pair.reviewer === reviewer && pair.work === work);
		for (const { application, reviewer } of found.pairs.filter((p) => isNew(p.reviewer, p.application))) {
			plan.pairs.push({ expertiseId: expertiseOf.get(application) ?? '', personId: reviewer });
			fixed.push({ reviewer, work: application });
		}
		plan.short.push(...found.short);
	}
	return plan;
}

async function standing(tx: Tx, { now }: Pick<Ctx, 'now'>, { id }: CouncilRow) {
	const [all, everybody] = await Promise.all([expertisesOf(tx, [id]), membersOf(tx, id)]);
	const open = all.filter(({ finishedAt }) => finishedAt === null);
	const members = membersOn(everybody, today(now)).map(({ personId }) => personId);
	const applications = await applicationFacts(
		tx,
		open.map(({ applicationId }) => applicationId)
	);
	const people = [...new Set(everybody.map(({ personId }) => personId))];
	return { open, members, stances: await stancesOf(tx, people, [...applications.values()]) };
}

import { checkAllocation } from '@stazhirovka/domain/final-works';
import { ALLOCATION_VERSION, type Way } from '@stazhirovka/domain/matching';
import { randomInt } from 'node:crypto';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, settle } from '../../../../shell/errors.ts';
import { enterCohort } from '../../../cohorts/index.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import * as finalWorks from '../../store.ts';
import { draw } from '../proposing.ts';
import { situationOf } from '../situation.ts';
import * as store from '../store.ts';

/** Too many to try them all. */
const SEEDS = 2 ** 47;

type Asked = { id: string; seed: number | null; way: Way | null; silent: string[] };

/**
 * Draws an allocation to look at (R115). Tutors of the cohort stand in its reserve without being asked; nobody is
 * told of anything before the release.
 */
export async function proposeAllocation(ctx: Ctx, { id, way, silent, ...asked }: Asked): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, id, 'tutor', 'leader');
		const { announcedAt } = await finalWorks.lockCohort(tx, id);
		if (announcedAt) fail('refused', 'results.already_announced');
		const { rules } = await loadProgramme(tx, cohort.programmeVersionId);
		const addedBy = ctx.actor.personId;
		const tutors = cohort.cohortTutorIds.map((personId) => {
			return { cohortId: id, personId, kind: 'tutor' as const, addedBy, addedAt: ctx.now() };
		});
		await store.insertReserve(tx, tutors);

		const choice = { seed: asked.seed ?? randomInt(SEEDS), way, silent: silent.toSorted() };
		const situation = await situationOf(tx, id);
		const drawn = draw(situation, rules.peer, choice) ?? fail('refused', 'allocation.no_such_way');
		const { input, ...result } = drawn.plan;
		const fresh = result.added.length + result.dropped.length + result.allocation.short.length;
		settle(checkAllocation(rules.peer, { works: situation.works.length, fresh }));

		const hashes = { inputHash: drawn.inputHash, resultHash: drawn.resultHash };
		const made = { version: ALLOCATION_VERSION, madeBy: ctx.actor.personId, madeAt: ctx.now() };
		return store.insertProposal(tx, { cohortId: id, ...choice, ...made, ...hashes, input, result });
	});
}

import { MOST_EXAMPLES } from '@stazhirovka/domain/calibration';
import { validate, type Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockCohort } from '../../cohorts/index.ts';
import { guardPrivacy } from '../../forms/index.ts';
import { enterExample, enterExamples } from '../access.ts';
import * as store from '../store.ts';

type Params = { id: string; example: string };
type Draft = { revision: number; answer: Record<string, unknown> };

/** Begins an example: three at most, however many begin at once. */
export async function addExample(ctx: Ctx, cohortId: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { cohort } = await enterExamples(tx, ctx.actor, cohortId);
		await lockCohort(tx, cohortId);
		const kept = await store.examplesOf(tx, cohort);
		if (kept.length >= MOST_EXAMPLES) fail('refused', 'calibration.enough_examples');
		const { siteId, programmeVersionId } = cohort;
		const made = { siteId, programmeVersionId, madeBy: ctx.actor.personId, savedAt: ctx.now() };
		return store.insertExample(tx, made);
	});
}

/** A published example does not change: interns have marked it as it is. */
export async function saveExample(ctx: Ctx, { id, example, ...draft }: Params & Draft) {
	return ctx.db.transaction(async (tx) => {
		const entered = await enterExample(tx, ctx.actor, { id, example });
		const answer = draft.answer as Answer;
		const faults = validate(entered.definition, answer, 'draft');
		if (faults.length) faulty('form.faulty', { faults });
		const change = { answer, onTopOf: draft.revision, at: ctx.now(), publish: false };
		const { revision, savedAt } =
			(await store.saveExample(tx, example, change)) ?? refuseSave(entered.example);
		return { revision, savedAt: savedAt.toISOString() };
	});
}

/** Gives the example to interns; every criterion has its mark and its reason by then, and no pupil is named. */
export async function publishExample(
	ctx: Ctx,
	{ id, example, confirmedPrivacy, ...draft }: Params & Draft & { confirmedPrivacy: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterExample(tx, ctx.actor, { id, example });
		const answer = draft.answer as Answer;
		const faults = validate(entered.definition, answer, 'final');
		if (faults.length) faulty('form.faulty', { faults });
		guardPrivacy(entered.definition, answer, confirmedPrivacy);
		const change = { answer, onTopOf: draft.revision, at: ctx.now(), publish: true };
		if (!(await store.saveExample(tx, example, change))) refuseSave(entered.example);
		await record(tx, ctx, 'calibration.example_published', { id: example, cohortId: id });
	});
}

export async function retireExample(ctx: Ctx, params: Params): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { example } = await enterExample(tx, ctx.actor, params);
		await store.retire(tx, example.id, ctx.now());
		await record(tx, ctx, 'calibration.example_retired', { id: example.id, cohortId: params.id });
	});
}

function refuseSave({ publishedAt, revision, answer }: store.ExampleRow): never {
	if (publishedAt) fail('refused', 'form.submitted');
	return fail('conflict', 'form.changed_elsewhere', { revision, answer });
}

import type { Tx } from '@stazhirovka/db';
import { mayBegin, occasionOf, type DiagnosisStage } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../../shell/context.ts';
import { settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { newToken } from '../../../../shell/token.ts';
import { allowUntilCompleted, enterEnrolment, type EnrolmentFacts } from '../../../cohorts/index.ts';
import * as cards from '../../store.ts';
import { isLastModuleOpen } from '../last-module.ts';
import { situationOf } from '../situation.ts';
import * as store from '../store.ts';
import { closeOverdue } from './close-overdue.ts';

/** Begins an attempt, once: a second click and a second device meet the one that is open already. */
export async function beginDiagnosis(
	ctx: Ctx,
	{ id, stage }: { id: string; stage: DiagnosisStage }
): Promise<void> {
	const { id: own } = await enterEnrolment(ctx.db, ctx.actor, id, 'intern');
	await closeOverdue(ctx, own);
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern');
		allowUntilCompleted(enrolment);
		await store.queueForAttempts(tx, enrolment.id);
		const { rules, extra, taken, open } = await situationOf(tx, enrolment, stage);
		if (open) return;

		const number = settle(
			mayBegin({
				stage,
				rules,
				allowance: extra,
				taken: taken.map((one) => ({ number: one.number, finished: one.finishedAt !== null })),
				card: (await cards.lockCardOf(tx, enrolment.id)) ?? null,
				lastModuleOpen: stage === 'exit' && (await isLastModuleOpen(tx, enrolment, ctx.now()))
			})
		);
		await start(tx, ctx, enrolment, { occasion: occasionOf(stage, number), ...rules });
	});
}

async function start(
	tx: Tx,
	ctx: Ctx,
	{ id, cohortId }: EnrolmentFacts,
	{ occasion, minutes, randomOrder }: { occasion: string; minutes: number | null; randomOrder: boolean }
): Promise<void> {
	const seed = randomOrder ? newToken() : null;
	await store.insertAttempt(tx, { enrolmentId: id, occasion, seed, startedAt: ctx.now(), minutes });
	await record(tx, ctx, 'diagnosis.begun', { id, cohortId }, { occasion, minutes });
}

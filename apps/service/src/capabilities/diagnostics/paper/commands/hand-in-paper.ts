import type { Tx } from '@stazhirovka/db';
import {
	disagreements,
	paperItems,
	settleKeying,
	type Choice,
	type DiagnosisStage
} from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment } from '../../../cohorts/index.ts';
import { handIn, sheetOf } from '../../../forms/index.ts';
import { settleCard, stopAtTooFew } from '../../attempts/settling.ts';
import { insertAttempt, queueForAttempts } from '../../attempts/store.ts';
import { placeOnPaper } from '../place.ts';
import { ownScan } from '../queries.ts';
import * as store from '../store.ts';

export type PaperHandedIn = {
	id: string;
	stage: DiagnosisStage;
	choices: Record<string, Choice>;
	file: string | null;
};

/** Hands a sheet of paper in as the intern's, when both keyings agree or somebody has said which is right (R95, X20). */
export async function handInPaper(ctx: Ctx, { id, stage, choices, file }: PaperHandedIn): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'tutor');
		allowUntilCompleted(enrolment);
		await queueForAttempts(tx, enrolment.id);
		const { situation, place, occasion } = await placeOnPaper(tx, enrolment, stage, { ...ctx, lock: tx });
		settle(place);
		const of = { enrolmentId: enrolment.id, occasion: occasion ?? '' };
		const owner = { enrolmentId: enrolment.id, cohortId: enrolment.cohortId };
		const sheet = sheetOf(situation.programme, 'diagnostic', owner, of.occasion);

		const papers = await store.findPapers(tx, enrolment.id);
		const paper = papers.find((one) => one.occasion === of.occasion);
		if (!paper?.second) return fail('refused', 'diagnosis.not_keyed');
		const items = paperItems(sheet.definition);
		const answer = settleKeying(items, paper.first, paper.second, choices);
		if (!answer) return fail('refused', 'diagnosis.keyings_differ');

		const now = ctx.now();
		const fileId = await scanOf(tx, ctx, { file, enrolmentId: enrolment.id });
		await handIn(tx, sheet, { revision: 0, answer }, { personId: ctx.actor.personId, at: now });
		stopAtTooFew(situation.programme.rules.diagnostic, answer);
		await insertAttempt(tx, { ...of, seed: null, startedAt: now, minutes: null, closedBy: 'paper' });
		await store.finish(tx, of, { doneAt: now, fileId });

		const differed = disagreements(items, paper.first, paper.second).length;
		const subject = { id: enrolment.id, cohortId: enrolment.cohortId };
		const keyed = { firstBy: paper.firstBy, secondBy: paper.secondBy, differed, scan: fileId !== null };
		await record(tx, ctx, 'diagnosis.keyed_in', subject, { occasion: of.occasion, ...keyed });
		await settleCard(tx, ctx, enrolment, of.occasion);
	});
}

async function scanOf(
	tx: Tx,
	{ actor }: Ctx,
	{ file, enrolmentId }: { file: string | null; enrolmentId: string }
): Promise<string | null> {
	if (!file) return null;
	return (await ownScan(tx, { id: file, enrolmentId, ownerId: actor.personId })) ?? missing('file');
}

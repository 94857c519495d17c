import type { Tx } from '@stazhirovka/db';
import { decideWork, openingRefusal, titleOf, type FinalWorkState } from '@stazhirovka/domain/final-works';
import type { Answer } from '@stazhirovka/domain/forms';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment, type EnrolmentFacts } from '../../cohorts/index.ts';
import { guardPast, guardPrivacy, handIn, isHandedIn, sheetOf } from '../../forms/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { postToForum } from '../forum.ts';
import { openingFacts } from '../opening.ts';
import { factsOf } from '../standing.ts';
import * as store from '../store.ts';

export type WorkDraft = {
	id: string;
	revision: number;
	answer: Record<string, unknown>;
	confirmedPrivacy: boolean;
};

/**
 * Puts the work on the forum of the cohort (R111, R114), or its one revision while there is time for it. The same
 * work again (a double click) is answered like the first.
 */
export async function publishFinalWork(ctx: Ctx, input: WorkDraft): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern');
		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		const owner = { cohortId: enrolment.cohortId, enrolmentId: enrolment.id };
		const sheet = sheetOf(programme, 'final_work', owner);
		const { announcedAt } = await store.holdOffAnnouncement(tx, enrolment.cohortId);
		if (await isHandedIn(tx, sheet, input.answer)) return;

		const work = await store.findWorkOf(tx, enrolment.id);
		const opening = work ? null : openingRefusal(await openingFacts(tx, enrolment.id));
		if (opening) fail('refused', opening.code);
		const state = settle(decideWork(factsOf(work, announcedAt !== null), { type: 'publish' }, ctx.now()));

		const { answer } = await handIn(tx, sheet, input, { personId: ctx.actor.personId, at: ctx.now() });
		guardPast(sheet.definition, answer, localDay(ctx.now(), enrolment.timeZone));
		guardPrivacy(sheet.definition, answer, input.confirmedPrivacy);

		const title = titleOf(sheet.definition, answer);
		if (work) return storeRevision(tx, ctx, work, { state, title, answer });
		const id = await storeFirst(tx, ctx, enrolment, { state, title, answer });
		await postToForum(tx, ctx, enrolment, programme.document, { id, title });
	});
}

type Published = { state: FinalWorkState; title: string; answer: Answer };

async function storeFirst(tx: Tx, ctx: Ctx, enrolment: EnrolmentFacts, work: Published): Promise<string> {
	const { id: enrolmentId, cohortId } = enrolment;
	const { answer, ...values } = work;
	const publishedAt = ctx.now();

	const { id } = await store.insertWork(tx, { ...values, enrolmentId, cohortId, publishedAt });
	await store.insertVersion(tx, { finalWorkId: id, number: 1, answer, publishedAt });
	await record(tx, ctx, 'final_work.published', { id, cohortId }, { title: work.title });
	return id;
}

async function storeRevision(
	tx: Tx,
	ctx: Ctx,
	work: store.WorkRow,
	{ state, title, answer }: Published
): Promise<void> {
	const number = work.version + 1;
	const { id, cohortId } = await store.moveWork(tx, work, state, { title, version: number });

	await store.insertVersion(tx, { finalWorkId: id, number, answer, publishedAt: ctx.now() });
	await record(tx, ctx, 'final_work.revised', { id, cohortId }, { title });
}

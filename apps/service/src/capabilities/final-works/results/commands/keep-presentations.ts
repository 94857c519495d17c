import type { Tx } from '@stazhirovka/db';
import { checkTaking, presentationSlots } from '@stazhirovka/domain/results';
import { momentAt } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../../shell/context.ts';
import { allow, fail, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { enterCohort, type CohortRelation } from '../../../cohorts/index.ts';
import { internsOf, internWho } from '../../queries.ts';
import { findWork, findWorkOf, lockCohort } from '../../store.ts';
import { slotClosed } from '../presentation-letters.ts';
import * as store from '../presentations-store.ts';

type Opening = { id: string; day: string; time: string; minutes: number; count: number; venue: string };

/** Opens times one after another, for those who run or lead the cohort (R116). */
export async function openPresentations(ctx: Ctx, { id: cohortId, ...opening }: Opening): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'intern', 'tutor', 'leader');
		allow(cohort.as.includes('tutor') || cohort.as.includes('leader'));
		const { day, time, minutes, count, venue } = opening;
		const planned = { startsAt: momentAt(day, time, cohort.timeZone), minutes, count };
		const slots = settle(presentationSlots(planned, ctx.now()));
		const openedBy = ctx.actor.personId;
		await store.insertSlots(
			tx,
			slots.map((slot) => ({ ...slot, cohortId, venue, openedBy }))
		);
		await record(tx, ctx, 'presentation.opened', { id: cohortId, cohortId }, { day, time, minutes, count });
	});
}

/**
 * An unknown id is refused in the words of the cohort's door. Whoever takes, frees or closes a time in a cohort goes
 * one after the other: nobody takes two, and nobody loses one unheard.
 */
async function enterSlot(tx: Tx, ctx: Ctx, id: string, ...relations: CohortRelation[]) {
	const { cohortId } = (await store.findSlot(tx, id)) ?? missing('cohort');
	const cohort = await enterCohort(tx, ctx.actor, cohortId, ...relations);
	await lockCohort(tx, cohortId);
	return { slot: (await store.findSlot(tx, id)) ?? missing('cohort'), cohort };
}

async function ownWork(tx: Tx, ctx: Ctx, cohortId: string) {
	const own = internWho(await internsOf(tx, cohortId), ctx.actor.personId);
	return own && findWorkOf(tx, own.enrolmentId);
}

/** Takes a free time for the own work; answers with the cohort. */
export async function takePresentation(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { slot, cohort } = await enterSlot(tx, ctx, id, 'intern', 'tutor', 'leader');
		const { cohortId } = slot;
		allow(cohort.as.includes('intern'));
		const work = await ownWork(tx, ctx, cohortId);
		const other = work && (await store.findSlotOfWork(tx, work.id));
		const author = { hasWork: work !== undefined, hasSlot: other !== undefined };
		const taken = slot.finalWorkId !== null;
		settle(checkTaking({ startsAt: slot.startsAt, taken }, author, ctx.now()));
		if (!work) return fail('refused', 'presentation.no_work');

		await store.takeSlot(tx, id, work.id, ctx.now());
		await record(tx, ctx, 'presentation.taken', { id: work.id, cohortId }, { slot: id });
		return cohortId;
	});
}

/** Gives the own time back, while it is ahead; answers with the cohort. */
export async function releasePresentation(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { slot, cohort } = await enterSlot(tx, ctx, id, 'intern', 'tutor', 'leader');
		allow(cohort.as.includes('intern'));
		const work = await ownWork(tx, ctx, slot.cohortId);
		allow(work !== undefined && work.id === slot.finalWorkId);
		if (slot.startsAt <= ctx.now()) fail('refused', 'presentation.over');

		await store.releaseSlot(tx, id);
		const subject = { id: slot.finalWorkId ?? id, cohortId: slot.cohortId };
		await record(tx, ctx, 'presentation.released', subject, { slot: id });
		return slot.cohortId;
	});
}

/** Closes a time; whoever has taken it is told. Answers with the cohort. */
export async function removePresentation(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { slot, cohort } = await enterSlot(tx, ctx, id, 'intern', 'tutor', 'leader');
		allow(cohort.as.includes('tutor') || cohort.as.includes('leader'));
		if (slot.startsAt <= ctx.now()) fail('refused', 'presentation.over');

		const work = slot.finalWorkId ? await findWork(tx, slot.finalWorkId) : undefined;
		await store.deleteSlot(tx, id);
		await record(tx, ctx, 'presentation.removed', { id, cohortId: slot.cohortId }, { work: work?.id });
		const author = work && (await internsOf(tx, slot.cohortId)).get(work.enrolmentId);
		if (work && author) {
			const link = `${ctx.origin}/my/${work.enrolmentId}/presentations`;
			await post(tx, slotClosed(author, { title: work.title, link }), ctx.now());
		}
		return slot.cohortId;
	});
}

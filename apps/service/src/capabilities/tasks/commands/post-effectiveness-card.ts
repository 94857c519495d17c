import type { Answer } from '@stazhirovka/domain/forms';
import { effectiveness, type Measurements } from '@stazhirovka/domain/tasks';
import { storedAt } from '../../../shell/clock.ts';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { postGroupCard } from '../../chat/index.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { guardPrivacy, handIn, isHandedIn, sheetOf } from '../../forms/index.ts';
import { lockRoute } from '../../learning-routes/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { blockOf } from '../effectiveness.ts';
import { insertEffectivenessCard } from '../effectiveness-store.ts';
import { toChatCard } from '../effectiveness-view.ts';

export type CardDraft = {
	id: string;
	revision: number;
	answer: Record<string, unknown>;
	confirmedPrivacy: boolean;
};

/**
 * Hands the effectiveness card in, computes its figures (R107) and posts it to the group chat (R108): all or nothing.
 * The same card again (a double click) is answered like the first.
 */
export async function postEffectivenessCard(ctx: Ctx, input: CardDraft): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern');
		const { cohortId, id: enrolmentId } = enrolment;
		const programme = await loadProgramme(tx, enrolment.programmeVersionId);
		const sheet = sheetOf(programme, 'effectiveness_card', { cohortId, enrolmentId });
		const route = await lockRoute(tx, enrolmentId);
		if (await isHandedIn(tx, sheet, input.answer)) return;

		const block = await blockOf(tx, enrolmentId, route, programme);
		if (block) fail('refused', block.code);
		const author = { personId: ctx.actor.personId, at: ctx.now() };
		const { answer } = await handIn(tx, sheet, input, author);
		guardPrivacy(sheet.definition, answer, input.confirmedPrivacy);
		const figures = effectiveness(measured(answer)) ?? faulty('effectiveness_card.no_figures', {});

		const card = { enrolmentId, answer, figures, postedAt: ctx.now() };
		const id = await insertEffectivenessCard(tx, card);
		await postGroupCard(
			tx,
			{ ...author, at: storedAt(ctx) },
			{
				cohortId,
				clientId: id,
				text: '',
				card: toChatCard(sheet.definition, card)
			}
		);
		await record(tx, ctx, 'effectiveness_card.posted', { id, cohortId });
	});
}

/** The sheet was checked by its form; what the programme does not measure has no figures. */
function measured({ baseline, after, better_is }: Answer): Measurements {
	return { baseline, after, better_is } as Measurements;
}

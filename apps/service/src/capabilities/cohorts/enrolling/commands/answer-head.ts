import type { Tx } from '@stazhirovka/db';
import type { HeadCondition } from '@stazhirovka/contract/cohorts';
import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Ctx, Deps } from '../../../../shell/context.ts';
import { faulty, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { enterEnrolment } from '../../access.ts';
import { letterFactsOf } from '../../queries.ts';
import * as cohorts from '../../store.ts';
import * as heads from '../head-store.ts';
import { headRefused } from '../letters.ts';
import { allowSchool } from '../limits-store.ts';
import { standingOf, type By } from '../line.ts';

type Signed = { author: string; position: string };
type Answer = Signed & ({ agreed: true; conditions: HeadCondition[] } | { agreed: false; reason: string });

/** All of them together make the conditions of tutoring (R77). */
const CONDITIONS: readonly HeadCondition[] = ['works_here', 'free_days', 'tutoring'];

/** The head of the school confirms or refuses, once; whoever holds the link of the letter gives the word. */
export async function answerHead(
	{ db, now, origin }: Pick<Deps, 'db' | 'now' | 'origin'>,
	{ token, ...answer }: Answer & { token: string }
): Promise<void> {
	if (answer.agreed && CONDITIONS.some((one) => !answer.conditions.includes(one)))
		faulty('head.conditions_missing', { field: 'conditions' });
	const by = { actor: null, now };
	await db.transaction(async (tx) => {
		const asked = (await heads.findByToken(tx, token, now())) ?? missing('head');
		const enrolment = await locked(tx, asked.enrolmentId);
		const { id, cohortId } = enrolment;
		const { author, position } = answer;
		const reason = answer.agreed ? null : answer.reason;
		const conditions = answer.agreed ? [...CONDITIONS] : null;
		const word = { agreed: answer.agreed, author, position, reason, conditions };
		await heads.answer(tx, id, { ...word, answeredAt: now() });

		const state = settle(decideEnrolment(enrolment.state, answer.agreed ? 'head_agrees' : 'head_refuses'));
		if (answer.agreed) await allowOneMore(tx, by, enrolment);
		await cohorts.moveEnrolment(tx, enrolment, state, { decisionReason: reason });
		const kind = answer.agreed ? 'enrolment.head_agreed' : 'enrolment.head_refused';
		await record(tx, by, kind, { id, cohortId }, { author, position });
		if (answer.agreed) return;
		const facts = (await letterFactsOf(tx, id)) ?? missing('enrolment');
		await post(tx, headRefused(facts, answer.reason, `${origin}/my`), now());
	});
}

/** The site holds a letter on paper: what it says counts as the head's word, and the journal tells who entered it. */
export async function enterHeadOnPaper(
	ctx: Ctx,
	{ id, author, position, paper }: Signed & { id: string; paper: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId } = await enterEnrolment(tx, ctx.actor, id, 'leader');
		const enrolment = await locked(tx, id);
		const state = settle(decideEnrolment(enrolment.state, 'head_agrees'));
		await allowOneMore(tx, ctx, enrolment);
		const word = { agreed: true, author, position, reason: paper, conditions: [...CONDITIONS] };
		await heads.answer(tx, id, { ...word, answeredAt: ctx.now(), onPaper: true });
		await cohorts.moveEnrolment(tx, enrolment, state, {});
		await record(tx, ctx, 'enrolment.head_agreed', { id, cohortId }, { author, position, paper });
	});
}

async function locked(tx: Tx, id: string): Promise<cohorts.EnrolmentRow> {
	return (await cohorts.lockEnrolment(tx, id)) ?? missing('enrolment');
}

/** A word for somebody who would find no seat of the school is not taken: the link stays good for when there is one. */
async function allowOneMore(
	tx: Tx,
	by: Pick<By, 'now'>,
	{ cohortId, organisationTitle: school }: cohorts.EnrolmentRow
): Promise<void> {
	const { today } = await standingOf(tx, by, cohortId);
	await allowSchool(tx, cohortId, { school, today });
}

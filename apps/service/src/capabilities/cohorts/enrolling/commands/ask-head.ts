import { normalEmail } from '@stazhirovka/domain/accounts';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { newToken } from '../../../../shell/token.ts';
import { letterFactsOf } from '../../queries.ts';
import * as cohorts from '../../store.ts';
import * as heads from '../head-store.ts';
import { headAsked } from '../letters.ts';

const DAY = 86_400_000;
const LIFETIME_DAYS = 14;
/** Letters go to an address that the applicant names: not one after another. */
const PAUSE_MINUTES = 10;

/** Writes to the head of the applicant's school (R77); a link that was sent before stops working. */
export async function askHead(ctx: Ctx, { id, email: typed }: { id: string; email: string }): Promise<void> {
	const email = normalEmail(typed) ?? faulty('account.bad_email', { field: 'email' });
	const token = newToken();
	await ctx.db.transaction(async (tx) => {
		const own = (await cohorts.findOwnEnrolment(tx, id, ctx.actor.personId)) ?? missing('enrolment');
		const { state, cohortId } = (await cohorts.lockEnrolment(tx, own.id)) ?? missing('enrolment');
		if (state !== 'awaiting_head') fail('refused', 'enrolment.not_now');

		const earlier = await heads.findHead(tx, id);
		const pause = ctx.now().getTime() - (earlier?.sentAt?.getTime() ?? 0);
		if (pause < PAUSE_MINUTES * 60_000) fail('refused', 'head.too_soon', { limit: PAUSE_MINUTES });

		const expiresAt = new Date(ctx.now().getTime() + LIFETIME_DAYS * DAY);
		await heads.ask(tx, id, { token, email, sentAt: ctx.now(), expiresAt });
		const facts = (await letterFactsOf(tx, id)) ?? missing('enrolment');
		const asking = { ...facts, email, intern: fullName(facts), school: own.organisationTitle };
		await post(tx, headAsked(asking, `${ctx.origin}/h/${token}`), ctx.now());
		await record(tx, ctx, 'enrolment.head_asked', { id, cohortId }, { email });
	});
}

import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { post, type Letter } from '../../shell/mail.ts';
import type { EnteredPlan } from './access.ts';
import { addressesOf } from './names-queries.ts';
import type { ApprovalFacts } from './plans-store.ts';

type Sender = Pick<Ctx, 'actor' | 'now' | 'origin'>;
type To = { email: string; givenName: string };
type Words = (to: To, plan: { name: string; site: string; link: string }) => Letter;

/**
 * Writes to those who gave these approvals with an account of theirs, but to nobody of what they have done themselves.
 * Who has approved on paper is told by who told of the paper.
 */
export async function tellApprovers(
	tx: Tx,
	ctx: Sender,
	{ plan, site, profile }: Pick<EnteredPlan, 'plan' | 'site' | 'profile'>,
	{ approvals, letter }: { approvals: readonly ApprovalFacts[]; letter: Words }
): Promise<void> {
	const ids = approvals.flatMap(({ recordedBy }) =>
		recordedBy === null || recordedBy === ctx.actor.personId ? [] : [recordedBy]
	);
	if (ids.length === 0) return;
	const about = {
		...{ name: profile.plan.name, site: site.title },
		link: `${ctx.origin}/plans/${plan.id}`
	};
	for (const to of await addressesOf(tx, ids)) await post(tx, letter(to, about), ctx.now());
}

/** What was approved is taken back to be changed, or given back by another. */
export const approvalFell: Words = ({ email, givenName }, { name, site, link }) => ({
	to: email,
	subject: `Отметка об утверждении снята: «${site}»`,
	text: `Здравствуйте, ${givenName}!

Вы утвердили или согласовали ${name} площадки «${site}». Его вернули в работу, поэтому ваша отметка снята. Когда план отправят снова, он появится среди планов, которые ждут вашего слова.

${link}`
});

/** A plan in force was corrected: what stands there is not all that was approved. */
export function corrected(row: string, reason: string): Words {
	return ({ email, givenName }, { name, site, link }) => ({
		to: email,
		subject: `Изменён утверждённый план: «${site}»`,
		text: `Здравствуйте, ${givenName}!

В план, который вы утвердили или согласовали (${name}, площадка «${site}»), внесли изменение: ${row}.
Причина: ${reason}

Прежние и новые сроки видны в плане:
${link}`
	});
}

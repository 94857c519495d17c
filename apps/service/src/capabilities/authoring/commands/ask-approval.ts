import { normalEmail } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { newToken } from '../../../shell/token.ts';
import { findLink, putLink } from '../approval-link-store.ts';
import { toBeApproved } from '../letters.ts';
import { enterVersion } from './move-version.ts';

const DAY = 86_400_000;
const LIFETIME_DAYS = 14;
/** Letters go to an address that the leader names: not one after another. */
const PAUSE_MINUTES = 10;

/** The leader sends the head a link by which the version is approved (R41); a link that was sent before stops working. */
export async function askApproval(
	ctx: Ctx,
	{ id, email: typed }: { id: string; email: string }
): Promise<void> {
	const email = normalEmail(typed) ?? faulty('account.bad_email', { field: 'email' });
	const token = newToken();
	await ctx.db.transaction(async (tx) => {
		const { version } = await enterVersion(tx, ctx, id, { move: 'approve', parts: ['leader'] });
		const sentAt = ctx.now();
		const earlier = await findLink(tx, id);
		if (sentAt.getTime() - (earlier?.sentAt.getTime() ?? 0) < PAUSE_MINUTES * 60_000)
			fail('refused', 'head.too_soon', { limit: PAUSE_MINUTES });

		await putLink(tx, id, {
			token,
			email,
			sentAt,
			expiresAt: new Date(sentAt.getTime() + LIFETIME_DAYS * DAY)
		});
		const { title, site, key } = version;
		await post(tx, toBeApproved(email, { title, site, link: `${ctx.origin}/p/${token}` }), sentAt);
		await record(tx, ctx, 'programme.approval_asked', { id }, { key, email });
	});
}

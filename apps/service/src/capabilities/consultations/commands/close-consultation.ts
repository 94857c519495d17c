import { mayClose } from '@stazhirovka/domain/consultations';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockOwnSlot } from '../access.ts';
import { bookingsIn } from '../queries.ts';
import { closeSlot } from '../store.ts';
import { factsOf } from '../view.ts';

type Outcome = { id: string; attended: string[]; result: string };

/** Says who came and what came out of it. Saying it again mends it. */
export async function closeConsultation(ctx: Ctx, { id, attended, result }: Outcome): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const slot = await lockOwnSlot(tx, ctx, id);
		settle(mayClose(factsOf(slot), ctx.now()));
		const seated = (await bookingsIn(tx, [id])).filter(({ seat }) => seat !== null);
		const unknown = attended.find((one) => !seated.some((booking) => booking.id === one));
		if (unknown) faulty('consultation.booking_unknown', { field: 'attended' });

		await closeSlot(tx, id, { attended, result, at: ctx.now() });
		for (const cohortId of new Set(seated.map((booking) => booking.cohortId))) {
			const came = seated.filter((one) => one.cohortId === cohortId && attended.includes(one.id)).length;
			await record(tx, ctx, 'consultation.held', { id, cohortId }, { came });
		}
	});
}

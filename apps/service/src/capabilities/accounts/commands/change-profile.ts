import { namesRefusal } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import * as store from '../store.ts';

export type ProfileChange = {
	surname: string;
	givenName: string;
	patronymic: string | null;
	gender: 'f' | 'm' | null;
	position: string | null;
	organisationId: string | null;
};

/** Documents that were issued keep the names they were issued with. */
export async function changeProfile(ctx: Ctx, input: ProfileChange): Promise<void> {
	const wrong = namesRefusal(input);
	if (wrong) faulty(wrong.code, wrong.details ?? {});

	await ctx.db.transaction(async (tx) => {
		await store.changePerson(tx, ctx.actor.personId, input);
		await record(tx, ctx, 'person.profile_changed', { id: ctx.actor.personId });
	});
}

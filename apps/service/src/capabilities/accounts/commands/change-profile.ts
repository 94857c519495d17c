import { namesRefusal } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
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

/** What the confirmed forms of a name were made of: where it changes, they are asked for again (X14). */
const DECLINED = ['surname', 'givenName', 'patronymic', 'gender'] as const;

/** Documents that were issued keep the names they were issued with. */
export async function changeProfile(ctx: Ctx, input: ProfileChange): Promise<void> {
	const wrong = namesRefusal(input);
	if (wrong) faulty(wrong.code, wrong.details ?? {});

	await ctx.db.transaction(async (tx) => {
		const { personId } = ctx.actor;
		const known = (await store.findPerson(tx, personId)) ?? missing('person');
		const isRenamed = DECLINED.some((key) => (known[key] || null) !== (input[key] || null));
		await store.changePerson(tx, personId, { ...input, ...(isRenamed && store.NO_NAME_FORMS) });
		await record(tx, ctx, 'person.profile_changed', { id: ctx.actor.personId });
	});
}

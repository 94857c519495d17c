import type { NameForms } from '@stazhirovka/domain/register';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { keepPersonal } from '../../accounts/index.ts';

/** Letters of names with what stands between them. */
const WORDS = /^[\p{Script=Cyrillic}\p{Script=Latin} .'’()-]+$/u;

/** The person's own word on how the name is declined (X14): from now on documents use exactly this. */
export async function confirmNameForms(ctx: Ctx, forms: NameForms): Promise<void> {
	const wrong = Object.entries(forms).find(([, words]) => !WORDS.test(words));
	if (wrong) faulty('account.bad_name', { field: wrong[0] });

	const { personId } = ctx.actor;
	await ctx.db.transaction(async (tx) => {
		await keepPersonal(tx, personId, { ...forms, nameConfirmedAt: ctx.now() });
		await record(tx, ctx, 'person.name_forms_confirmed', { id: personId });
	});
}

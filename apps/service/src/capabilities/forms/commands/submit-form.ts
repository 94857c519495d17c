import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowUntilCompleted } from '../../cohorts/index.ts';
import { openOwnForm, type FormAddress } from '../own-forms.ts';
import { guardPrivacy, handIn, isHandedIn } from '../sheet.ts';

export type SubmitForm = FormAddress & { revision: number; answer: unknown; confirmedPrivacy: boolean };

/** Hands a card of module 1 in: checked whole, looked through for pupils' names and diagnoses (R166), read-only after. */
export async function submitForm(
	ctx: Ctx,
	{ revision, answer, confirmedPrivacy, ...address }: SubmitForm
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { enrolment, door, ...sheet } = await openOwnForm(tx, ctx.actor, address, 'intern');
		if (door !== 'card') fail('refused', 'form.handed_in_elsewhere');
		allowUntilCompleted(enrolment);

		if (await isHandedIn(tx, sheet, answer)) return;
		const by = { personId: ctx.actor.personId, at: ctx.now() };
		const row = await handIn(tx, sheet, { revision, answer }, by);
		guardPrivacy(sheet.definition, row.answer, confirmedPrivacy);
		await record(
			tx,
			ctx,
			'form.submitted',
			{ id: enrolment.id, cohortId: enrolment.cohortId },
			named(address)
		);
	});
}

function named({ key, occasion }: FormAddress) {
	return occasion ? { form: key, occasion } : { form: key };
}

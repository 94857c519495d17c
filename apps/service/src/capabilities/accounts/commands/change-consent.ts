import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { consentText } from '../consent-texts.ts';
import * as store from '../store.ts';

/** Gives one consent; only the text in force can be agreed to. */
export async function giveConsent(ctx: Ctx, input: { kind: string; version: string }): Promise<void> {
	const text = consentText(input.kind);
	if (text?.version !== input.version) fail('refused', 'consent.not_in_force');

	await ctx.db.transaction(async (tx) => {
		const { personId } = ctx.actor;
		await store.insertConsents(tx, [{ ...input, personId, address: ctx.address, givenAt: ctx.now() }]);
		await record(tx, ctx, 'consent.given', { id: personId }, input);
	});
}

/** As easy as giving (X7); the row stays with its moment. */
export async function withdrawConsent(ctx: Ctx, kind: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await store.withdrawConsent(tx, ctx.actor.personId, kind, ctx.now());
		await record(tx, ctx, 'consent.withdrawn', { id: ctx.actor.personId }, { kind });
	});
}

import { createHash } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCohort } from '../../cohorts/index.ts';
import { insertTemplate } from '../file-store.ts';
import { readTemplate } from '../template/template.ts';

export type GivenTemplate = { name: string; bytes: Buffer; cut: boolean };

const LONGEST_NAME = 200;

/** Keeps the official workbook for the site, byte for byte, once its headings and lists are those that we know (X4). */
export async function keepTemplate(
	ctx: Ctx,
	cohortId: string,
	{ name, bytes, cut }: GivenTemplate
): Promise<void> {
	const { siteId } = await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	if (cut) fail('tooLarge', 'file.too_large');
	const { allowed } = readTemplate(bytes);
	const sha256 = createHash('sha256').update(bytes).digest('hex');

	await ctx.db.transaction(async (tx) => {
		const { personId } = ctx.actor;
		const values = { siteId, bytes, sha256, allowed, uploadedBy: personId, uploadedAt: ctx.now() };
		const id = await insertTemplate(tx, { ...values, name: [...name].slice(0, LONGEST_NAME).join('') });
		await record(tx, ctx, 'register_template.kept', { id: id ?? conflict('register'), cohortId }, { sha256 });
	});
}

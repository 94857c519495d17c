import { showSnils } from '@stazhirovka/domain/register';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { loadRegister } from '../board.ts';
import { templateBytes } from '../file-store.ts';
import { isReady } from '../rows.ts';
import { revealSnils } from '../snils.ts';
import { fillTemplate } from '../template/template.ts';

/**
 * The uploaded workbook with the rows that are ready (X4). This is the one place where somebody else's СНИЛС is read:
 * each person whose data it shows is named in the journal (X19).
 */
export async function prepareFile(ctx: Ctx, cohortId: string): Promise<{ name: string; bytes: Buffer }> {
	const { cohort, template, documents } = await loadRegister(ctx, cohortId);
	const ready = documents.filter(isReady);
	const bytes = template && (await templateBytes(ctx.db, template.id));
	if (!bytes) fail('refused', 'register.no_template');
	if (ready.length === 0) fail('refused', 'register.nothing_ready');

	const rows = [];
	for (const { row, document } of ready) {
		const snils = await revealSnils(ctx, document.person.id, document.data?.snils ?? null);
		if (document.data?.snils && !snils)
			fail('refused', 'register.snils_unreadable', { number: document.number });
		rows.push({ ...row, AA: snils ? showSnils(snils) : '' });
	}
	const filled = fillTemplate(bytes, rows);
	await ctx.db.transaction(async (tx) => {
		for (const { document } of ready) {
			const what = { certificateId: document.id, number: document.number };
			await record(tx, ctx, 'register_data.read', { id: document.person.id, cohortId }, what);
		}
		const made = { documents: ready.map(({ document }) => document.id), templateId: template.id };
		await record(tx, ctx, 'register_file.prepared', { id: cohortId, cohortId }, made);
	});
	return { name: `ФИС ФРДО, ${cohort.cohortTitle}.xlsx`, bytes: filled };
}

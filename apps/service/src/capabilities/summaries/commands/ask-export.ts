import type { ExportFormat, SummaryDefinition } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { scopeOf } from '../../monitoring/index.ts';
import { allowed } from '../access.ts';
import { insertExport } from '../exports-store.ts';

type Asked = { title: string; definition: SummaryDefinition; format: ExportFormat };

/** Has a file made in the background; pressed twice, it is made once. */
export async function askExport(ctx: Ctx, { title, definition, format }: Asked): Promise<string> {
	await scopeOf(ctx);
	allowed(definition);
	const values = { personId: ctx.actor.personId, title, definition, format, askedAt: ctx.now() };
	return ctx.db.transaction(async (tx) => {
		const { id, isNew } = await insertExport(tx, values);
		if (isNew) await record(tx, ctx, 'summary_export.asked', { id }, { title, format });
		return id;
	});
}

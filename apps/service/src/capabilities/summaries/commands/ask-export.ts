import type { ExportFormat, SummaryDefinition } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { scopeOf } from '../../monitoring/index.ts';
import { allowed } from '../access.ts';
import { countUnfinished, insertExport } from '../exports-store.ts';

/** Files that one person may wait for at once. */
const MOST_WAITING = 5;

type Asked = { title: string; definition: SummaryDefinition; format: ExportFormat };

/** Has a file made in the background; pressed twice, it is made once. Nobody waits for more than a few. */
export async function askExport(ctx: Ctx, { title, definition, format }: Asked): Promise<string> {
	await scopeOf(ctx);
	allowed(definition);
	const values = { personId: ctx.actor.personId, title, definition, format, askedAt: ctx.now() };
	return ctx.db.transaction(async (tx) => {
		const { id, isNew } = await insertExport(tx, values);
		if (!isNew) return id;
		if ((await countUnfinished(tx, values.personId)) > MOST_WAITING)
			fail('tooMany', 'summary_export.too_many', { limit: MOST_WAITING });
		await record(tx, ctx, 'summary_export.asked', { id }, { title, format });
		return id;
	});
}

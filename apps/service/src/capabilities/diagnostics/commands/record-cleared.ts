import type { Tx } from '@stazhirovka/db';
import type { Signatory } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';

/** Whoever had signed finds out from the journal why the signature is gone: the words under it were changed. */
export async function recordCleared(
	tx: Tx,
	ctx: Ctx,
	card: { id: string; cohortId: string },
	cleared: Signatory[]
): Promise<void> {
	if (cleared.length) await record(tx, ctx, 'deficit_card.signatures_cleared', card, { cleared });
}

import type { PartState } from '@stazhirovka/contract/authoring';
import type { DraftFinding } from '@stazhirovka/contract/authoring';
import { isFixedPart, isWritten, PROGRAMME_PARTS } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../../shell/context.ts';
import { allow, fail, faulty, missing } from '../../../shell/errors.ts';
import { enterDraft, writes } from '../access.ts';
import { documentOf, findingsOf, hostileFindings, refuseTooLarge } from '../document.ts';
import * as store from '../draft-store.ts';
import { toPartState } from '../view.ts';

type Given = { id: string; part: string; base: number; value?: unknown };

/**
 * Keeps one part as its author has it, over the revision that the author saw: who was second is told the value of who was
 * first (409 `draft.changed`). Other parts are nobody's concern here. 409 `programme_draft.not_now` once it was sent.
 */
export async function savePart(
	ctx: Ctx,
	{ id, part, base, value = null }: Given
): Promise<PartState & { findings: DraftFinding[] }> {
	if (isFixedPart(part)) fail('refused', 'programme_draft.part_fixed', { part });
	if (value !== null) judge(part, value);

	const parts = await ctx.db.transaction(async (tx) => {
		await store.lockDraft(tx, id, 'share');
		const entered = await enterDraft(tx, ctx, id);
		allow(writes(entered));
		const { state } = entered;
		if (!isWritten(state)) fail('refused', 'programme_draft.not_now', { state, move: 'save' });
		const known = PROGRAMME_PARTS.some((name) => name === part);
		if (!known && !(await store.findPart(tx, id, part))) missing('programme_part');

		const saved = { draftId: id, part, value, savedBy: ctx.actor.personId, savedAt: ctx.now() };
		if ((await store.savePart(tx, saved, base)) === undefined) await tellFirst(tx, id, part);
		const parts = await store.partsOf(tx, id);
		refuseTooLarge(documentOf(parts));
		return parts;
	});
	const saved = parts.find((one) => one.part === part) ?? missing('programme_part');
	return { ...toPartState(saved), findings: await findingsOf(ctx.db, documentOf(parts)) };
}

function judge(part: string, value: unknown): void {
	const findings = hostileFindings({ [part]: value }).filter(({ place }) => place.split('.')[0] === part);
	if (findings.length) faulty('programme_draft.part_faulty', { findings });
}

async function tellFirst(tx: Parameters<typeof store.findPart>[0], id: string, part: string): Promise<never> {
	const now = await store.findPart(tx, id, part);
	return fail('conflict', 'draft.changed', {
		...{ revision: now?.revision ?? 0, value: now?.value ?? null },
		...{ by: now?.savedBy ?? '', at: now?.savedAt.toISOString() ?? null }
	});
}

import type { GivenPart } from '@stazhirovka/contract/regulations';
import { complete, completed, type CompletedPart, type Completion } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { changeDraft } from '../store.ts';
import { enterDraft } from '../versions.ts';

/**
 * Gives by hand a part of a draft that its source does not give, or gives it anew. It stands beside the source, with
 * who gave it and when; what the source says itself is never written over.
 */
export async function completeRegulation(
	ctx: Ctx,
	{ id, revision, given }: { id: string; revision: number; given: GivenPart }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { key, document, completions } = await enterDraft(tx, ctx.actor, id);
		const part = toPart(given);
		const others = completions.filter((one) => one.part !== part.part);
		settle(complete(completed(document, others), part));
		const own: Completion = { ...part, by: ctx.actor.personId, at: ctx.now().toISOString() };
		if (!(await changeDraft(tx, { id, revision }, { completions: [...others, own] }))) conflict('regulation');
		await record(tx, ctx, 'regulation.completed', { id }, { key, part: part.part });
	});
}

/** Rows come without keys and numbers: they are made by their order. */
function toPart(given: GivenPart): CompletedPart {
	switch (given.part) {
		case 'plan.columns':
			return {
				part: given.part,
				columns: given.rows.map((row, index) => ({ key: `column_${index + 1}`, ...row }))
			};
		case 'programme_structure.sections':
			return {
				part: given.part,
				sections: given.rows.map(({ label: title }, index) => ({
					...{ n: index + 1, key: `section_${index + 1}`, title }
				}))
			};
		case 'application.fields':
		case 'report.fields':
			return {
				part: given.part,
				fields: given.rows.map((row, index) => ({ n: index + 1, key: `field_${index + 1}`, ...row }))
			};
		case 'status.term':
			return { part: given.part, term: toTerm(given.term) };
		case 'report.deadline':
			return { part: given.part, deadline: { month: given.month, day: given.day } };
		default:
			return given;
	}
}

/** Only what its kind is about: a limit has months, a project has dates. */
function toTerm({ kind, text, months, starts, ends }: Extract<GivenPart, { part: 'status.term' }>['term']) {
	const limited = kind === 'max_duration';
	const bound = kind === 'bound_to_project';
	return {
		...{ kind, text, max_months: limited ? months : null },
		...{ starts: (bound && starts) || null, ends: (bound && ends) || null }
	};
}

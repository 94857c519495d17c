import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterDraftAlone } from '../access.ts';
import { tellNamed } from '../letters.ts';
import { insertAuthor, peopleOfSite, removeAuthor } from '../people-store.ts';
import { titleOfDraft } from '../queries.ts';

type Given = { id: string; personId: string };

/** Lets somebody who works at the site write the draft too; they are told by a letter. */
export async function addAuthor(ctx: Ctx, { id, personId }: Given): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { draft, site, state } = await enterDraftAlone(tx, ctx, id, 'leader');
		if (state === 'published') fail('refused', 'programme_draft.not_now', { state, move: 'share' });
		const people = await peopleOfSite(tx, site.id, site.today);
		if (!people.some((person) => person.personId === personId))
			faulty('programme_draft.not_of_site', { field: 'personId' });

		if (!(await insertAuthor(tx, { draftId: id, personId, createdAt: ctx.now() }))) return;
		await record(tx, ctx, 'programme.author_named', { id }, { personId });
		const title = (await titleOfDraft(tx, id)) ?? draft.key;
		await tellNamed(tx, ctx, { id, title, site: site.title, personId });
	});
}

export async function dropAuthor(ctx: Ctx, { id, personId }: Given): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterDraftAlone(tx, ctx, id, 'leader');
		if (!(await removeAuthor(tx, id, personId))) missing('programme_author');
		await record(tx, ctx, 'programme.author_removed', { id }, { personId });
	});
}

import type { DraftComment } from '@stazhirovka/contract/authoring';
import type { Ctx } from '../../shell/context.ts';
import { allow } from '../../shell/errors.ts';
import { enterDraft, writes } from './access.ts';
import { commentsOf } from './comments-store.ts';
import { authorsOf, peopleOfSite } from './people-store.ts';
import { toComment } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What the authors said to each other; for who only agrees the programme there is nothing. */
export async function readComments(ctx: Reader, id: string): Promise<DraftComment[]> {
	const entered = await enterDraft(ctx.db, ctx, id);
	if (!writes(entered)) return [];
	const { personId } = ctx.actor;
	return (await commentsOf(ctx.db, id)).map((row) => toComment(row, { writes: true, personId }));
}

/** Who works at the site and writes the draft not yet. */
export async function readCandidates(ctx: Reader, id: string) {
	const { as, site } = await enterDraft(ctx.db, ctx, id);
	allow(as.includes('leader'));
	const known = new Set((await authorsOf(ctx.db, id)).map(({ personId }) => personId)).add(
		ctx.actor.personId
	);
	return (await peopleOfSite(ctx.db, site.id, site.today)).filter(({ personId }) => !known.has(personId));
}

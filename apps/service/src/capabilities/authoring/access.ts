import type { Database, Tx } from '@stazhirovka/db';
import { isWritten, type DraftState, type Step } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../shell/context.ts';
import { allow, missing } from '../../shell/errors.ts';
import { approvalsOf, stateOfVersion, stepsAt } from '../programmes/index.ts';
import { enterInnerSite, type EnteredSite } from '../staff/index.ts';
import { findDraft, lockDraft, type DraftFacts } from './draft-store.ts';
import { isAuthor } from './people-store.ts';
import { versionHead, type VersionHead } from './queries.ts';

type Visitor = Pick<Ctx, 'actor' | 'now'>;
type Approvals = Awaited<ReturnType<typeof approvalsOf>>;

/** What somebody is to a draft. `municipal` and `keeper` have a word only once it was sent. */
export type DraftPart = 'leader' | 'author' | 'municipal' | 'keeper';

export type EnteredDraft = {
	draft: DraftFacts;
	site: EnteredSite;
	as: DraftPart[];
	state: DraftState;
	steps: Step[];
	approvals: Approvals;
	version: VersionHead | undefined;
};

/** The one door to a draft: for whoever leads the site, for its co-authors, and for who agrees it. Else it is not there. */
export async function enterDraft(
	db: Database | Tx,
	ctx: Visitor,
	id: string,
	what = 'programme_draft'
): Promise<EnteredDraft> {
	const draft = (await findDraft(db, id)) ?? missing(what);
	const site = await enterInnerSite(db, ctx, draft.siteId, what);
	const version = draft.versionId ? await versionHead(db, draft.versionId) : undefined;
	const approvals = version ? await approvalsOf(db, version.id) : [];
	const state = version ? stateOfVersion(version, approvals) : draft.returnReason ? 'returned' : 'draft';

	const sent = !isWritten(state);
	const { personId } = ctx.actor;
	const standing: Record<DraftPart, boolean> = {
		leader: site.as.includes('leader'),
		author: await isAuthor(db, { draftId: id, personId, siteId: site.id, day: site.today }),
		municipal: sent && site.as.includes('municipal'),
		keeper: sent && site.as.includes('keeper')
	};
	const as = (Object.keys(standing) as DraftPart[]).filter((part) => standing[part]);
	if (as.length === 0) missing(what);
	return { draft, site, as, state, version, approvals, steps: await stepsAt(db, ctx, site) };
}

/** The same alone, for what moves the draft itself, by whoever has one of these parts. */
export async function enterDraftAlone(
	tx: Tx,
	ctx: Visitor,
	id: string,
	...parts: DraftPart[]
): Promise<EnteredDraft> {
	await lockDraft(tx, id, 'no key update');
	const entered = await enterDraft(tx, ctx, id);
	allow(parts.some((part) => entered.as.includes(part)));
	return entered;
}

/** Whether the person writes the draft; who only agrees it reads. */
export function writes({ as }: Pick<EnteredDraft, 'as'>): boolean {
	return as.includes('leader') || as.includes('author');
}

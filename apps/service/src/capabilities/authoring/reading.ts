import type { DraftCard, ProgrammeDraft } from '@stazhirovka/contract/authoring';
import type { Output } from '@stazhirovka/contract/endpoint';
import type { listProgrammeDrafts } from '@stazhirovka/contract/authoring';
import { watchedMunicipalities } from '@stazhirovka/domain/accounts';
import { isWritten, movesOf } from '@stazhirovka/domain/authoring';
import { shortName } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { ledSites } from '../cohorts/index.ts';
import { approvalsOfAll, stateOfVersion, toSteps } from '../programmes/index.ts';
import { rulesOn } from '../regulations/index.ts';
import { findSite, type SiteFacts } from '../sites/index.ts';
import { enterDraft, writes, type EnteredDraft } from './access.ts';
import { findLink } from './approval-link-store.ts';
import { openCommentsOf } from './comments-store.ts';
import { documentOf, findingsOf } from './document.ts';
import { partsOf, type SavedPart } from './draft-store.ts';
import { authorsOf } from './people-store.ts';
import * as queries from './queries.ts';
import { toPartStates } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Drafts that I have a part in, and the sites at which I may begin one with the regulation that each lives by. */
export async function listDrafts(ctx: Reader): Promise<Output<typeof listProgrammeDrafts>> {
	const { db, actor } = ctx;
	const siteIds = await ledSites(db, actor);
	const municipalityIds = watchedMunicipalities(actor.grants);
	const day = localDay(ctx.now(), 'Europe/Moscow');
	const rows = await queries.openDrafts(db, { siteIds, municipalityIds, personId: actor.personId, day });
	const remarks = await openCommentsOf(
		db,
		rows.map(({ draft }) => draft.id)
	);
	const approvals = await approvalsOfAll(
		db,
		rows.flatMap(({ draft }) => draft.versionId ?? [])
	);
	const drafts = rows.map(({ draft, site, title, number, version, savedAt, savedBy }): DraftCard => {
		const written = draft.returnReason ? ('returned' as const) : ('draft' as const);
		return {
			...{ id: draft.id, key: draft.key, title: title ?? draft.key, number, site },
			state: version ? stateOfVersion(version, approvals.get(version.id) ?? []) : written,
			savedAt: savedAt.toISOString(),
			savedBy: savedBy ? shortName(savedBy) : '',
			remarks: remarks.get(draft.id) ?? 0
		};
	});
	const sites = (await Promise.all(siteIds.map((id) => findSite(db, id)))).filter(
		(site) => site !== undefined
	);
	return {
		drafts,
		sites: await Promise.all(
			sites.map(async (site) => ({
				...{ id: site.id, title: site.title },
				regulation: await regulationOf(ctx, site)
			}))
		)
	};
}

/** One draft, whole: what is written, what the checks find in it, what was said, and what may be done. */
export async function readDraft(ctx: Reader, id: string): Promise<ProgrammeDraft> {
	const entered = await enterDraft(ctx.db, ctx, id);
	const { draft, site, steps, approvals, state } = entered;
	const [parts, number, remarks, authors, basedOn, regulation, master] = await Promise.all([
		partsOf(ctx.db, id),
		queries.numberOfDraft(ctx.db, id),
		openCommentsOf(ctx.db, [id]),
		authorsOf(ctx.db, id),
		draft.basedOnId ? queries.versionHead(ctx.db, draft.basedOnId) : undefined,
		regulationOf(ctx, site),
		masterOf(ctx, draft.masterId)
	]);
	const document = documentOf(parts);
	const leads = entered.as.includes('leader');
	const says = entered.as.includes('municipal');
	return {
		...{ id, key: draft.key, title: titleOf(document, draft.key), number, state, regulation, master },
		site: { id: site.id, title: site.title },
		...lastSaved(parts),
		remarks: remarks.get(id) ?? 0,
		document: document as ProgrammeDraft['document'],
		parts: toPartStates(parts),
		findings: state === 'published' ? [] : await findingsOf(ctx.db, document),
		basedOn: basedOn ? { id: basedOn.id, number: basedOn.number } : null,
		versionId: draft.versionId,
		steps: toSteps(steps, approvals, { state, says, records: leads }),
		approvalAsked: leads ? await askedOf(ctx, entered) : null,
		returned: await returnedOf(ctx, entered),
		authors: authors.map((author) => ({ ...author, can: { remove: leads } })),
		can: whatMayBeDone(entered)
	};
}

function whatMayBeDone({ as, steps, state }: EnteredDraft): ProgrammeDraft['can'] {
	const moves = movesOf(steps, state);
	const leads = as.includes('leader');
	const edits = writes({ as }) && isWritten(state);
	return {
		edit: edits,
		comment: writes({ as }),
		share: leads && state !== 'published',
		send: leads && moves.includes('send'),
		recall: leads && moves.includes('recall'),
		return: (as.includes('municipal') || as.includes('keeper')) && moves.includes('return'),
		publish: leads && moves.includes('publish'),
		delete: leads && isWritten(state)
	};
}

async function regulationOf(
	{ db, now }: Pick<Ctx, 'db' | 'now'>,
	{ regulationKey, timeZone }: Pick<SiteFacts, 'regulationKey' | 'timeZone'>
) {
	const rules = await rulesOn(db, regulationKey, localDay(now(), timeZone));
	return { key: regulationKey, title: rules?.profile.short_title ?? regulationKey };
}

async function masterOf({ db }: Reader, masterId: string | null): Promise<ProgrammeDraft['master']> {
	const head = masterId ? await queries.versionHead(db, masterId) : undefined;
	if (!head) return null;
	const newest = await queries.newestMaster(db, head.programmeId);
	const { id, number, title, site } = head;
	return { ...{ id, number, title, site }, newer: newest && newest.number > number ? newest : null };
}

/** The letter to the head that has no answer yet. */
async function askedOf(
	{ db }: Reader,
	{ version, approvals }: EnteredDraft
): Promise<ProgrammeDraft['approvalAsked']> {
	if (!version || approvals.some(({ kind }) => kind === 'approval')) return null;
	const link = await findLink(db, version.id);
	return link ? { email: link.email, at: link.sentAt.toISOString() } : null;
}

async function returnedOf(
	{ db }: Reader,
	{ draft, state }: EnteredDraft
): Promise<ProgrammeDraft['returned']> {
	const { returnReason: reason, returnedBy, returnedAt } = draft;
	if (state !== 'returned' || reason === null || returnedAt === null) return null;
	const by = returnedBy ? await queries.nameOf(db, returnedBy) : '';
	return { reason, by, at: returnedAt.toISOString() };
}

function lastSaved(parts: readonly SavedPart[]): { savedAt: string; savedBy: string } {
	const last = parts.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
	return { savedAt: (last?.savedAt ?? new Date(0)).toISOString(), savedBy: last?.savedBy ?? '' };
}

function titleOf({ title }: Record<string, unknown>, key: string): string {
	return typeof title === 'string' && title !== '' ? title : key;
}

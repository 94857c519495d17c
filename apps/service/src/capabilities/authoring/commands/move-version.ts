import type { Tx } from '@stazhirovka/db';
import {
	moveDraft,
	waitsForAgreement,
	type DraftMove,
	type DraftState,
	type Step,
	type StepKind
} from '@stazhirovka/domain/authoring';
import { isCalendarDate } from '@stazhirovka/domain/calendar';
import { shortName } from '@stazhirovka/domain/certificates';
import { isReason } from '@stazhirovka/domain/journal';
import type { Ctx } from '../../../shell/context.ts';
import { allow, conflict, faulty, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import * as programmes from '../../programmes/index.ts';
import { enterInnerSite, siteFiles, type EnteredSite, type SitePart } from '../../staff/index.ts';
import * as store from '../draft-store.ts';
import { backToDraft } from './back-to-draft.ts';
import { tellReturned, tellWhoAgrees } from '../letters.ts';
import { signatory, versionHead, type VersionHead } from '../queries.ts';

type Paper = {
	kind: string;
	number: string;
	on: string;
	name: string;
	position: string;
	fileId: string | null;
};
type Entered = { version: VersionHead; site: EnteredSite; steps: Step[]; state: DraftState };

/** The leader takes a version back that waits: it is written again, and what was said to it falls. */
export async function recallVersion(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterVersion(tx, ctx, id, { move: 'recall', parts: ['leader'] });
		await backToDraft(tx, ctx, entered);
		await record(tx, ctx, 'programme.recalled', { id }, { key: entered.version.key });
	});
}

/** Whoever agrees or keeps the register gives it back with what has to be changed. */
export async function returnVersion(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const parts: SitePart[] = ['municipal', 'keeper'];
		const entered = await enterVersion(tx, ctx, id, { move: 'return', parts });
		if (!isReason(reason))
			faulty('programme_draft.faulty_move', {
				faults: [{ field: 'reason', code: 'programme_draft.reason_missing' }]
			});
		const draftId = await backToDraft(tx, ctx, entered);
		await store.changeDraft(tx, draftId, {
			...{ returnReason: reason, returnedBy: ctx.actor.personId, returnedAt: ctx.now() }
		});
		await record(tx, ctx, 'programme.returned', { id }, { key: entered.version.key, reason });
		const { title, site } = entered.version;
		await tellReturned(tx, ctx, { id: draftId, title, site, reason });
	});
}

/**
 * «УТВЕРЖДАЮ» of the head and «СОГЛАСОВАНО» of the municipal body (R41): told by the leader after a paper, or said by the
 * observer of the municipality. Each once and in the order of the regulation.
 */
export async function approveVersion(
	ctx: Ctx,
	{ id, kind, paper }: { id: string; kind: StepKind; paper: Paper | null }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const move = kind === 'approval' ? 'approve' : 'agree';
		const parts: SitePart[] = paper ? ['leader'] : kind === 'agreement' ? ['municipal'] : [];
		const { version, site, steps } = await enterVersion(tx, ctx, id, { move, parts });
		const faults = paper ? await paperFaults(tx, paper, site) : [];
		if (faults.length) faulty('programme_draft.faulty_move', { faults });

		const by = paper ?? (await signed(tx, ctx.actor.personId, site.today));
		const made = await programmes.insertApproval(tx, {
			...{ versionId: id, kind, name: by.name, position: by.position, onDay: by.on },
			...{
				paperKind: paper?.kind ?? null,
				paperNumber: paper?.number ?? null,
				fileId: paper?.fileId ?? null
			},
			...{ recordedBy: ctx.actor.personId, createdAt: ctx.now() }
		});
		if (!made) conflict('programme');
		await record(tx, ctx, 'programme.approved', { id }, { key: version.key, kind, onPaper: paper !== null });
		const draft = await store.draftOfVersion(tx, id);
		const { title, siteId } = version;
		if (draft && waitsForAgreement(steps, 'approved') && kind === 'approval')
			await tellWhoAgrees(tx, ctx, { id: draft.id, title, siteId, site: site.title });
	});
}

/** A version that waits, alone; where a person has no part in its site it is not there. */
export async function enterVersion(
	tx: Tx,
	ctx: Ctx,
	id: string,
	{ move, parts }: { move: DraftMove; parts: SitePart[] }
): Promise<Entered> {
	await programmes.lockVersion(tx, id);
	const version = (await versionHead(tx, id)) ?? missing('programme');
	const site = await enterInnerSite(tx, ctx, version.siteId, 'programme');
	if (!SEEING.some((part) => site.as.includes(part))) missing('programme');
	allow(parts.some((part) => site.as.includes(part)));
	const steps = await programmes.stepsAt(tx, ctx, site);
	const state = programmes.stateOfVersion(version, await programmes.approvalsOf(tx, id));
	settle(moveDraft(steps, state, move));
	return { version, site, steps, state };
}

const SEEING: SitePart[] = ['leader', 'keeper', 'municipal'];

async function signed(tx: Tx, personId: string, on: string) {
	const person = (await signatory(tx, personId)) ?? missing('person');
	return { name: shortName(person), position: person.position ?? '', on };
}

async function paperFaults(tx: Tx, paper: Paper, { id, today }: EnteredSite) {
	const { on, fileId } = paper;
	const empty = (['kind', 'number', 'name', 'position'] as const).filter((field) => paper[field] === '');
	const late = isCalendarDate(on) && on > today;
	const lost = fileId !== null && (await siteFiles(tx, id, [fileId])).length === 0;
	return [
		...empty.map((field) => ({ code: 'programme_draft.paper_incomplete', field: `paper.${field}` })),
		...(isCalendarDate(on) && !late
			? []
			: [{ code: late ? 'days.ahead' : 'days.missing', field: 'paper.on' }]),
		...(lost ? [{ code: 'file.missing', field: 'paper.fileId' }] : [])
	];
}

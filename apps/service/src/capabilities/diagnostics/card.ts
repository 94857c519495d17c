import type { DeficitCard } from '@stazhirovka/contract/diagnostics';
import type { Database, Tx } from '@stazhirovka/db';
import { isFrozen, withOverrides, type EffectiveRow } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../shell/context.ts';
import { missing, settle } from '../../shell/errors.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { cardPage } from './queries.ts';
import { findCard, type CardRow } from './store.ts';
import { toCard } from './view.ts';

/** The deficit card as the intern or the intern's own tutor sees it; for everybody else there is none (R167). */
export async function readCard(ctx: Ctx, enrolmentId: string): Promise<DeficitCard> {
	const enrolment = await enterEnrolment(ctx.db, ctx.actor, enrolmentId, 'intern', 'tutor');
	const [programme, page] = await Promise.all([
		loadProgramme(ctx.db, enrolment.programmeVersionId),
		cardPage(ctx.db, enrolment.id)
	]);

	return page
		? toCard(page, effectiveRows(page.card), programme.document, enrolment.as)
		: missing('deficit_card');
}

/** What the card says after the tutor's decisions, for planning and explaining the learning route. */
export async function effectiveCard(
	db: Database | Tx,
	enrolmentId: string
): Promise<{ rows: EffectiveRow[]; frozen: boolean }> {
	const card = (await findCard(db, enrolmentId)) ?? missing('deficit_card');
	return { rows: effectiveRows(card), frozen: isFrozen(card) };
}

/** The same for whoever only names deficits: none before there is a card. */
export async function deficitsOf(db: Database | Tx, enrolmentId: string): Promise<string[]> {
	const card = await findCard(db, enrolmentId);
	return card
		? effectiveRows(card)
				.filter(({ effectivePresent }) => effectivePresent)
				.map(({ deficit }) => deficit)
		: [];
}

/** Stored decisions were checked when they were made. */
export function effectiveRows({ rows, overrides }: Pick<CardRow, 'rows' | 'overrides'>): EffectiveRow[] {
	return settle(withOverrides(rows, overrides));
}

import type { EffectivenessCard } from '@stazhirovka/contract/tasks';
import type { Database, Tx } from '@stazhirovka/db';
import {
	effectivenessBlock,
	openTasks,
	tryoutTasks,
	type EffectivenessBlock
} from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../shell/context.ts';
import { roomIds } from '../chat/index.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { readSheet, sheetOf } from '../forms/index.ts';
import { findRoute, type RouteRow } from '../learning-routes/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { findEffectivenessCard } from './effectiveness-store.ts';
import { withFigures } from './effectiveness-view.ts';
import { submissionsOf } from './store.ts';

/** The intern's own effectiveness card (R107); the others see what was posted to the group chat. */
export async function readEffectivenessCard(ctx: Ctx, enrolmentId: string): Promise<EffectivenessCard> {
	const { id, cohortId, programmeVersionId } = await enterEnrolment(ctx.db, ctx.actor, enrolmentId, 'intern');
	const programme = await loadProgramme(ctx.db, programmeVersionId);
	const [card, route, rooms] = await Promise.all([
		findEffectivenessCard(ctx.db, id),
		findRoute(ctx.db, id),
		roomIds(ctx.db, { cohortId })
	]);
	const reason = await blockOf(ctx.db, id, route, programme);
	const open = !card && !reason;
	const owner = { cohortId, enrolmentId: id };
	const can = { save: !card, submit: open };
	const sheet = await readSheet(ctx.db, sheetOf(programme, 'effectiveness_card', owner), can);

	return {
		sheet: card ? withFigures(sheet, card.figures) : sheet,
		figures: card?.figures ?? null,
		postedAt: card?.postedAt.toISOString() ?? null,
		groupRoomId: rooms.groupRoomId,
		reason: card ? null : reason,
		privacyWarning: programme.document.privacy?.warning ?? null,
		can: { post: open }
	};
}

/** Why the card cannot be posted yet, as the route and the sent tasks stand. */
export async function blockOf(
	db: Database | Tx,
	enrolmentId: string,
	route: RouteRow | undefined,
	{ document }: FrozenProgramme
): Promise<EffectivenessBlock | null> {
	const sent = await submissionsOf(db, enrolmentId);
	const agreed = route?.state === 'agreed';
	const asking = tryoutTasks(document);
	const tasks = openTasks({ agreed, tasks: route?.items.map(({ task }) => task) ?? [] }, sent);
	return effectivenessBlock(
		{ agreed },
		tasks.map(({ task, state }) => ({ state, tryoutRequired: asking.has(task) }))
	);
}

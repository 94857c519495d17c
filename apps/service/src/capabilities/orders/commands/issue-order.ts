import type { Tx } from '@stazhirovka/db';
import { registrationNumber } from '@stazhirovka/domain/certificates';
import { decideOrder, type OrderChoice, type OrderKind } from '@stazhirovka/domain/orders';
import { localDay } from '@stazhirovka/domain/calendar';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing, settle } from '../../../shell/errors.ts';
import { reserveNumber } from '../../certificates/index.ts';
import { enterCohort, expelEnrolment, lockCohort } from '../../cohorts/index.ts';
import { issueDocument } from '../../documents/index.ts';
import { correctable } from '../corrected.ts';
import { gather, type Gathered } from '../gathering.ts';
import { makeOrder, type MadeOrder } from '../paper.ts';
import { orderOfDay } from '../queries.ts';
import { titleOf } from '../titles.ts';

export type OrderInput = OrderChoice & { kind: OrderKind; inCase: string; replacesId: string | null };

/**
 * Issues an order, minutes or a reference of a cohort (R65). Numbers of the documents of completion are reserved with
 * the order that names them, and whoever is sent down by it leaves. Two at once: the second finds nobody left to name.
 */
export async function issueOrder(ctx: Ctx, cohortId: string, input: OrderInput): Promise<string> {
	const { kind, replacesId } = input;
	return ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'leader');
		await lockCohort(tx, cohortId);
		const corrected = replacesId ? await correctable(tx, cohortId, replacesId, kind) : null;
		const facts = await gather(tx, ctx, cohort, replacesId);
		settle(decideOrder(kind, facts.rules, input));
		if (kind === 'spravka' && input.learners.length !== 1) fail('refused', 'orders.one_at_a_time');

		const day = localDay(ctx.now(), cohort.timeZone);
		const twin = kind === 'spravka' && !replacesId && findTwin(facts, input.learners[0], day);
		if (twin) return twin;

		const numbers =
			kind === 'order_finish' ? await numbersFor(tx, ctx, facts, input.learners, day) : new Map();
		const made = await makeOrder(tx, facts, { ...input, day, numbers, corrected });
		const same = kind === 'order_dates' && !replacesId && (await findSame(tx, { cohortId, kind, day }, made));
		if (same) return same;
		const { id } = await issueDocument(tx, ctx, {
			kind,
			title: titleOf(kind, facts, input),
			place: { regionId: cohort.regionId, siteId: cohort.siteId, cohortId },
			dated: day,
			numbered: true,
			...{ ...made, replacesId }
		});
		for (const enrolmentId of input.expelled) await expelOnce(tx, ctx, facts, enrolmentId, input.reason, id);
		return id;
	});
}

/** A reference of the same day is the same reference: a double click issues one. */
function findTwin({ standing }: Gathered, learner: string | undefined, day: string): string | undefined {
	return standing.find(
		({ kind, enrolmentId, dated }) => kind === 'spravka' && enrolmentId === learner && dated === day
	)?.id;
}

/** An order of the same day that says the same is the same order: a double click issues one. */
async function findSame(
	tx: Tx,
	place: { cohortId: string; kind: string; day: string },
	{ paper }: MadeOrder
): Promise<string | undefined> {
	const order = await orderOfDay(tx, place);
	// As it would be stored: what is absent is not kept.
	const asKept: unknown = order && JSON.parse(JSON.stringify(paper(order.number)));
	return order && isDeepStrictEqual(order.paper, asKept) ? order.id : undefined;
}

async function numbersFor(tx: Tx, ctx: Ctx, { place }: Gathered, learners: readonly string[], day: string) {
	const { id: siteId, code } = place.site;
	const numbers = new Map<string, string>();
	for (const enrolmentId of learners) {
		const wanted = { siteId, year: Number(day.slice(0, 4)), enrolmentId, at: ctx.now() };
		const { year, serial } = await reserveNumber(tx, wanted);
		numbers.set(enrolmentId, registrationNumber(code, year, serial));
	}
	return numbers;
}

/** Whoever an earlier order has sent down is only named again by its correction. */
async function expelOnce(
	tx: Tx,
	ctx: Ctx,
	{ rows }: Gathered,
	id: string,
	reason: string,
	documentId: string
): Promise<void> {
	const row = rows.find((one) => one.id === id) ?? missing('enrolment');
	if (row.state !== 'expelled') await expelEnrolment(tx, ctx, id, { reason: reason.trim(), documentId });
}

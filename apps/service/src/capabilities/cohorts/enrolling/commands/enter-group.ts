import type { Tx } from '@stazhirovka/db';
import { normalEmail } from '@stazhirovka/domain/accounts';
import { decideEnrolment, foldTitle, type GroupRow } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post, type Letter } from '../../../../shell/mail.ts';
import { newToken } from '../../../../shell/token.ts';
import { enterPerson } from '../../../accounts/index.ts';
import { enterCohort } from '../../access.ts';
import { confirmed } from '../../letters.ts';
import { letterFacts } from '../../queries.ts';
import * as cohorts from '../../store.ts';
import { admitAll } from '../admitting.ts';
import { judge, type Judged } from '../group/judging.ts';
import { invited, queued, welcome } from '../letters.ts';
import { freeIn, placesIn, standingOf } from '../line.ts';
import { ownOrganisationTitle } from '../queries.ts';
import * as store from '../store.ts';
import * as welcomes from '../welcome-store.ts';

const WELCOME_DAYS = 30;
const DAY = 86_400_000;

export type How = { kind: 'admit'; audienceReason: string | null } | { kind: 'invite'; heldUntil: string };
export type EnterGroup = { rows: GroupRow[]; skipFaulty: boolean; how: How };
type Entered = { enrolment: cohorts.EnrolmentRow; opened: boolean };

/**
 * Enters a list: all its sound rows, or nothing. Accounts are found by their address, newcomers get one and a letter. In
 * the order of the list; whoever finds no seat waits, and whoever is invited needs a free one.
 */
export async function enterGroup(ctx: Ctx, cohortId: string, { rows, skipFaulty, how }: EnterGroup) {
	return ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'leader');
		const cohort = await cohorts.lockCohort(tx, cohortId);
		const judged = await judge(tx, cohortId, rows);
		const skipped = rows.length - judged.sound.length;
		if (skipped > 0 && !skipFaulty) faulty('group.faulty', { faults: judged.faults });
		if (judged.sound.length === 0) fail('faulty', 'group.nobody');

		const entered: Entered[] = [];
		for (const row of judged.sound) entered.push(await enter(tx, ctx, cohort, row, judged));
		const ids = entered.map(({ enrolment }) => enrolment.id);
		if (how.kind === 'invite') await inviteAll(tx, ctx, cohort, entered, how.heldUntil);
		else await take(tx, ctx, cohort, entered, how.audienceReason);
		const waiting = await placesIn(tx, cohortId);
		for (const one of entered)
			await tell(tx, ctx, one, { how, place: waiting.get(one.enrolment.id) ?? null });

		const counts = {
			entered: ids.length,
			waiting: ids.filter((id) => waiting.has(id)).length,
			newcomers: entered.filter(({ opened }) => !opened).length,
			skipped
		};
		await record(tx, ctx, 'cohort.group_entered', { id: cohortId, cohortId }, { ...counts, how: how.kind });
		return counts;
	});
}

/** The person's enrolment as it is, or a new application that is decided at once. */
async function enter(
	tx: Tx,
	ctx: Ctx,
	cohort: cohorts.CohortRow,
	row: GroupRow,
	judged: Judged
): Promise<Entered> {
	const email = normalEmail(row.email) ?? missing('account');
	const account = judged.accounts.get(email);
	const organisationId = judged.organisations.get(foldTitle(row.organisation)) ?? null;
	const own = (text: string) => text.trim() || null;
	const { surname, givenName } = row;
	const personId =
		account?.id ??
		(await enterPerson(tx, ctx, {
			...{ email, surname: surname.trim(), givenName: givenName.trim(), patronymic: own(row.patronymic) },
			...{ position: own(row.position), organisationId }
		}));
	const organisationTitle = (await ownOrganisationTitle(tx, personId)) ?? own(row.organisation);
	const earlier = await cohorts.findEnrolment(tx, cohort.id, personId);
	const values = { appliedAt: ctx.now(), organisationTitle };
	if (earlier) await cohorts.noteOn(tx, earlier.id, values);
	const enrolment =
		earlier ??
		(await cohorts.insertEnrolment(tx, { ...values, cohortId: cohort.id, personId, state: 'applied' }));
	return { enrolment, opened: account?.opened ?? false };
}

async function take(
	tx: Tx,
	ctx: Ctx,
	cohort: cohorts.CohortRow,
	entered: Entered[],
	audienceReason: string | null
): Promise<void> {
	const enrolments = entered.map(({ enrolment }) => enrolment);
	await admitAll(tx, ctx, cohort, enrolments, { tutorId: null, audienceReason, silent: true, as: 'enter' });
}

/** A seat for each of them is free, or nobody is invited. */
async function inviteAll(
	tx: Tx,
	ctx: Ctx,
	cohort: cohorts.CohortRow,
	entered: Entered[],
	heldUntil: string
): Promise<void> {
	const { today } = await standingOf(tx, ctx, cohort.id);
	if (heldUntil < today || heldUntil > cohort.endsOn) faulty('enrolment.held_wrong', { field: 'heldUntil' });
	const free = (await freeIn(tx, cohort, today)) - (await store.countWaiting(tx, cohort.id));
	if (free < entered.length) fail('refused', 'enrolment.few_seats', { limit: Math.max(0, free) });

	for (const { enrolment } of entered) {
		const state = settle(decideEnrolment(enrolment.state, 'invite'));
		const by = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId, decisionReason: null };
		await cohorts.moveEnrolment(tx, enrolment, state, by);
		await store.note(tx, enrolment.id, { heldUntil });
		await record(tx, ctx, 'enrolment.invited', { id: enrolment.id, cohortId: cohort.id }, { heldUntil });
	}
}

/** One letter for each: how to open the account, or what the site has done. */
async function tell(
	tx: Tx,
	ctx: Ctx,
	{ enrolment: { id }, opened }: Entered,
	{ how, place }: { how: How; place: number | null }
): Promise<void> {
	const facts = (await letterFacts(tx, id)) ?? missing('enrolment');
	await post(tx, opened ? known() : await newcomer(), ctx.now());

	function known(): Letter {
		if (how.kind === 'invite') return invited(facts, how.heldUntil, `${ctx.origin}/my`);
		return place === null
			? confirmed(facts, `${ctx.origin}/my/${id}`)
			: queued(facts, place, `${ctx.origin}/my`);
	}

	async function newcomer(): Promise<Letter> {
		const token = newToken();
		const expiresAt = new Date(ctx.now().getTime() + WELCOME_DAYS * DAY);
		await welcomes.welcome(tx, id, { token, sentAt: ctx.now(), expiresAt });
		const link = `${ctx.origin}/i/${token}`;
		return how.kind === 'invite' ? invited(facts, how.heldUntil, link) : welcome(facts, link);
	}
}

import type { Tx } from '@stazhirovka/db';
import { normalEmail } from '@stazhirovka/domain/accounts';
import { decideEnrolment, foldTitle, type GroupRow } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record, recordAll } from '../../../../shell/journal.ts';
import { postAll } from '../../../../shell/mail.ts';
import { newToken } from '../../../../shell/token.ts';
import { enterPeople } from '../../../accounts/index.ts';
import { enterCohort } from '../../access.ts';
import { confirmed } from '../../letters.ts';
import { letterFacts } from '../../queries.ts';
import * as cohorts from '../../store.ts';
import { admitAll, byState } from '../admitting.ts';
import { judge, type Judged } from '../group/judging.ts';
import { invited, queued, welcome } from '../letters.ts';
import { freeIn, placesIn, standingOf } from '../line.ts';
import { ownOrganisationTitles } from '../queries.ts';
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

		const entered = await enterAll(tx, ctx, cohort, judged);
		const ids = entered.map(({ enrolment }) => enrolment.id);
		if (how.kind === 'invite') await inviteAll(tx, ctx, cohort, entered, how.heldUntil);
		else await take(tx, ctx, cohort, entered, how.audienceReason);
		const waiting = await placesIn(tx, cohortId);
		await tellAll(tx, ctx, entered, { how, waiting });

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

/** Everybody's enrolment as it is, or a new application that is decided at once: a statement for each kind of row. */
async function enterAll(
	tx: Tx,
	ctx: Ctx,
	cohort: cohorts.CohortRow,
	{ sound, accounts, organisations }: Judged
): Promise<Entered[]> {
	const rows = sound.map((row) => ({ row, email: normalEmail(row.email) ?? missing('account') }));
	const newcomers = rows.filter(({ email }) => !accounts.has(email));
	const made = await enterPeople(
		tx,
		ctx,
		newcomers.map(({ row, email }) => ({
			...{ email, surname: row.surname.trim(), givenName: row.givenName.trim() },
			...{ patronymic: own(row.patronymic), position: own(row.position) },
			organisationId: organisations.get(foldTitle(row.organisation)) ?? null
		}))
	);
	const people = rows.map(({ row, email }) => {
		const account = accounts.get(email);
		const personId = account?.id ?? made.get(email) ?? missing('account');
		return { personId, opened: account?.opened ?? false, workplace: own(row.organisation) };
	});
	const personIds = people.map(({ personId }) => personId);
	const titles = await ownOrganisationTitles(tx, personIds);
	const earlier = await cohorts.findEnrolments(tx, cohort.id, personIds);
	const known = new Map(earlier.map((enrolment) => [enrolment.personId, enrolment]));
	const values = people.map(({ personId, workplace }) => {
		const organisationTitle = titles.get(personId) ?? workplace;
		return { cohortId: cohort.id, personId, appliedAt: ctx.now(), organisationTitle };
	});

	for (const { personId, appliedAt, organisationTitle } of values) {
		const before = known.get(personId);
		if (before) await cohorts.noteOn(tx, before.id, { appliedAt, organisationTitle });
	}
	const fresh = values.filter(({ personId }) => !known.has(personId));
	const inserted = await cohorts.insertEnrolments(
		tx,
		fresh.map((one) => ({ ...one, state: 'applied' }))
	);
	const all = new Map([...earlier, ...inserted].map((enrolment) => [enrolment.personId, enrolment]));
	return people.map(({ personId, opened }) => {
		return { enrolment: all.get(personId) ?? missing('enrolment'), opened };
	});
}

const own = (text: string) => text.trim() || null;

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

	const enrolments = entered.map(({ enrolment }) => enrolment);
	const by = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId, decisionReason: null };
	for (const [from, ids] of byState(enrolments))
		await cohorts.moveAll(tx, ids, { from, to: settle(decideEnrolment(from, 'invite')) }, by);
	const ids = enrolments.map(({ id }) => id);
	await store.noteAll(tx, ids, { heldUntil });
	await recordAll(
		tx,
		ctx,
		ids.map((id) => ({
			kind: 'enrolment.invited',
			subject: { id, cohortId: cohort.id },
			data: { heldUntil }
		}))
	);
}

/** One letter for each: how to open the account, or what the site has done. */
async function tellAll(
	tx: Tx,
	ctx: Ctx,
	entered: Entered[],
	{ how, waiting }: { how: How; waiting: ReadonlyMap<string, number> }
): Promise<void> {
	const facts = await letterFacts(
		tx,
		entered.map(({ enrolment }) => enrolment.id)
	);
	const newcomers = entered.filter(({ opened }) => !opened);
	const links = newcomers.map(({ enrolment }) => ({ enrolmentId: enrolment.id, token: newToken() }));
	const expiresAt = new Date(ctx.now().getTime() + WELCOME_DAYS * DAY);
	await welcomes.welcomeAll(tx, links, { sentAt: ctx.now(), expiresAt });
	const tokens = new Map(links.map(({ enrolmentId, token }) => [enrolmentId, token]));

	const letters = entered.map(({ enrolment: { id } }) => {
		const about = facts.get(id) ?? missing('enrolment');
		const token = tokens.get(id);
		const link = token && `${ctx.origin}/i/${token}`;
		if (how.kind === 'invite') return invited(about, how.heldUntil, link ?? `${ctx.origin}/my`);
		if (link) return welcome(about, link);
		const place = waiting.get(id);
		return place === undefined
			? confirmed(about, `${ctx.origin}/my/${id}`)
			: queued(about, place, `${ctx.origin}/my`);
	});
	await postAll(tx, letters, ctx.now());
}

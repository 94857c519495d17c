import type { Tx } from '@stazhirovka/db';
import type { Alert, AlertKind } from '@stazhirovka/domain/alerts';
import { localDay } from '@stazhirovka/domain/calendar';
import { fullName } from '@stazhirovka/domain/certificates';
import { storedAt } from '../../../shell/clock.ts';
import type { Ctx } from '../../../shell/context.ts';
import { allow, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post as send } from '../../../shell/mail.ts';
import { postTemplate, roomIds } from '../../chat/index.ts';
import { enterEnrolment, letterFactsOf, type EnrolmentFacts, type Journey } from '../../cohorts/index.ts';
import * as letters from '../letters.ts';
import { addresseeOf } from '../queries.ts';
import { claimReminder, rulesOf } from '../store.ts';
import { watch } from '../watching.ts';

/**
 * One letter about one alert, once a day: to the intern, or to the tutor where work lies with the tutor. The intern's
 * own tutor says it in their thread as well. Whoever comes second is told; so is whoever comes when it is over.
 */
export async function remind(ctx: Ctx, { id, kind }: { id: string; kind: AlertKind }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'tutor', 'leader');
		const toTutor = kind === 'unchecked';
		allow(!toTutor || (enrolment.tutorId !== null && enrolment.tutorId !== ctx.actor.personId));

		const { cohortId, timeZone } = enrolment;
		const { rules } = await rulesOf(tx, cohortId);
		const [watched] = await watch(tx, enrolment, rules, ctx.now(), [id]);
		const { journey, alerts } = watched ?? missing('enrolment');
		const alert = alerts.find((one) => one.kind === kind) ?? fail('refused', 'alert.over');
		const claim = { enrolmentId: id, kind, remindedBy: ctx.actor.personId, createdAt: ctx.now() };
		if (!(await claimReminder(tx, { ...claim, onDay: localDay(ctx.now(), timeZone) })))
			fail('conflict', 'alert.reminded_today');

		const about = { enrolment, alert, step: titleOf(journey, alert) };
		await (toTutor ? tellTutor(tx, ctx, about) : tellIntern(tx, ctx, about));
		await record(tx, ctx, 'alert.reminded', { id, cohortId }, { kind, step: alert.step });
	});
}

type About = { enrolment: EnrolmentFacts; alert: Alert; step: string };

async function tellIntern(tx: Tx, ctx: Ctx, { enrolment, alert, step }: About): Promise<void> {
	const { id, cohortId, tutorId } = enrolment;
	const facts = (await letterFactsOf(tx, id)) ?? missing('enrolment');
	const about = { alert, step, programme: facts.programme };
	await send(tx, letters.toIntern(facts, { ...about, link: `${ctx.origin}/my/${id}` }), ctx.now());
	if (tutorId !== ctx.actor.personId) return;

	const { privateRoomId } = await roomIds(tx, { cohortId, enrolmentId: id });
	const author = { personId: ctx.actor.personId, at: storedAt(ctx) };
	const text = letters.reminder(about);
	if (privateRoomId) await postTemplate(tx, author, { roomId: privateRoomId, text });
}

async function tellTutor(tx: Tx, ctx: Ctx, { enrolment, alert, step }: About): Promise<void> {
	const facts = (await letterFactsOf(tx, enrolment.id)) ?? missing('enrolment');
	const tutor = (await addresseeOf(tx, enrolment.tutorId ?? '')) ?? missing('enrolment');
	const about = { alert, step, programme: facts.programme, intern: fullName(facts) };
	await send(tx, letters.toTutor(tutor, { ...about, link: `${ctx.origin}/tutor` }), ctx.now());
}

/** The intern and the tutor know the words of a task. */
function titleOf({ path }: Journey, { step }: Alert): string {
	const steps = path.modules.flatMap((module) => module.steps);
	return steps.find(({ key }) => key === step)?.title ?? '';
}

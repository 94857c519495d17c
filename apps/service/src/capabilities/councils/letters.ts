import type { Tx } from '@stazhirovka/db';
import { longDate, plural } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import { post } from '../../shell/mail.ts';
import type { MeetingRow } from './meetings/store.ts';
import { peopleOf } from './queries.ts';
import type { CouncilRow } from './store.ts';

type Writing = Pick<Ctx, 'now' | 'origin'>;

/** Asks members to say whether they have a conflict of interest in applications that came to their council. */
export async function askDeclarations(
	tx: Tx,
	{ now, origin }: Writing,
	council: CouncilRow,
	{ personIds, applications }: { personIds: string[]; applications: number }
): Promise<void> {
	const count = `${applications} ${plural(applications, 'заявка', 'заявки', 'заявок')}`;
	for (const { email, givenName } of (await peopleOf(tx, personIds)).values())
		await post(
			tx,
			{
				to: email,
				subject: 'Сообщите, есть ли у вас конфликт интересов',
				text: `Здравствуйте, ${givenName}!

На экспертизу поступили заявки (${count}). Совет: ${council.title}.
Прежде чем читать заявку, сообщите, есть ли у вас конфликт интересов:
${origin}/expert`
			},
			now()
		);
}

/** Tells reviewers how many applications were given to them. */
export async function tellReviewers(
	tx: Tx,
	{ now, origin }: Writing,
	council: CouncilRow,
	given: { personId: string }[]
): Promise<void> {
	const counts = Map.groupBy(given, ({ personId }) => personId);
	const people = await peopleOf(tx, [...counts.keys()]);
	for (const [personId, { email, givenName }] of people) {
		const count = counts.get(personId)?.length ?? 0;
		await post(
			tx,
			{
				to: email,
				subject: 'Вам переданы заявки на экспертизу',
				text: `Здравствуйте, ${givenName}!

Вам ${plural(count, 'передана', 'переданы', 'передано')} ${count} ${plural(count, 'заявка', 'заявки', 'заявок')} на экспертизу. Совет: ${council.title}.
Заключения других экспертов откроются, когда вы отправите своё:
${origin}/expert`
			},
			now()
		);
	}
}

type Agenda = { meeting: MeetingRow; items: string[]; personIds: string[] };

export async function inviteMembers(
	tx: Tx,
	{ now, origin }: Writing,
	council: CouncilRow,
	{ meeting, items, personIds }: Agenda
): Promise<void> {
	const lines = items.map((title, place) => `${place + 1}. ${title}`).join('\n');
	for (const { email, givenName } of (await peopleOf(tx, personIds)).values())
		await post(
			tx,
			{
				to: email,
				subject: `Заседание совета: ${longDate(meeting.heldOn)}`,
				text: `Здравствуйте, ${givenName}!

Приглашаем на заседание. Совет: ${council.title}.
Когда: ${longDate(meeting.heldOn)}, ${meeting.beginsAt}
Где: ${meeting.place}

Повестка дня:
${lines}

${origin}/expert/meetings/${meeting.id}`
			},
			now()
		);
}

export async function tellCancelled(
	tx: Tx,
	{ now }: Writing,
	council: CouncilRow,
	{ meeting, personIds }: Omit<Agenda, 'items'>
): Promise<void> {
	for (const { email, givenName } of (await peopleOf(tx, personIds)).values())
		await post(
			tx,
			{
				to: email,
				subject: `Заседание совета отменено: ${longDate(meeting.heldOn)}`,
				text: `Здравствуйте, ${givenName}!

Заседание ${longDate(meeting.heldOn)} отменено. Совет: ${council.title}.`
			},
			now()
		);
}

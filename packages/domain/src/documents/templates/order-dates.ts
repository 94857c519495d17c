import { fullName } from '../../certificates/names.ts';
import { longDate } from '../../certificates/russian.ts';
import type { Institution, Named, Period, Registered, Signer, TaughtProgramme } from '../facts.ts';
import type { Block, Item, Paper } from '../paper.ts';
import { annexTo, during, inHours, organisation, place, signature } from '../parts.ts';
import { words } from '../wording.ts';
import { groundsOf, tutorItems } from './order-enrol.ts';

export type OrderDatesFacts = Registered & {
	organisation: Institution;
	programme: TaughtProgramme;
	cohort: string;
	period: Period;
	/** The acts that the order stands on, in the nominative; none leaves a line to fill. */
	grounds: string[];
	/** Times by the clock of the site: `10:00`. */
	sessions: { date: string; startsAt: string; endsAt: string; place: string }[];
	tutors: Named[];
	/** Nobody may be named yet. */
	participants: Named[];
	signer: Signer | null;
};

/** Приказ о проведении стажировки: its dates, its meetings and the list of its participants (R65, X21). */
export function orderDates(facts: OrderDatesFacts): Paper {
	const { organisation: issuer, programme, period, sessions, participants } = facts;
	const subject = `О проведении стажировки по программе «${programme.title}»`;
	const annexes = [
		...(sessions.length ? [timetable(facts)] : []),
		...(participants.length ? [list(facts)] : [])
	];
	const listAnnex = sessions.length ? 2 : 1;
	const items: Item[] = [
		{
			text: `Провести стажировку (${facts.cohort}) ${during(period)} в объёме ${inHours(programme.hours)}.`
		},
		...(sessions.length ? [{ text: 'Утвердить расписание очных занятий согласно приложению № 1.' }] : []),
		...(participants.length
			? [{ text: `Утвердить список участников согласно приложению № ${listAnnex}.` }]
			: []),
		...tutorItems(facts.tutors),
		{ text: 'Контроль за исполнением приказа оставляю за собой.' }
	];

	return {
		title: `Приказ: ${subject}`,
		author: issuer.title,
		orientation: 'portrait',
		blocks: [
			organisation(issuer),
			{ kind: 'title', document: 'ПРИКАЗ', subject },
			place(facts, issuer.city),
			{ kind: 'paragraph', text: words`Основание: ${groundsOf(facts.grounds)}.` },
			{ kind: 'paragraph', text: 'ПРИКАЗЫВАЮ:', align: 'left' },
			{ kind: 'numbered', items },
			{ kind: 'signatures', signatures: [signature(facts.signer, 'Руководитель')] },
			...annexes.flatMap((annex, n): Block[] => [
				{ kind: 'newPage' },
				annexTo(n + 1, 'к приказу', facts),
				...annex
			])
		]
	};
}

function timetable({ sessions }: OrderDatesFacts): Block[] {
	return [
		{ kind: 'title', document: 'РАСПИСАНИЕ', subject: 'очных занятий' },
		{
			kind: 'table',
			columns: [
				{ title: '№', share: 0.4, align: 'centre' },
				{ title: 'День', share: 1.4 },
				{ title: 'Время', share: 1 },
				{ title: 'Место', share: 3 }
			],
			rows: sessions.map(({ date, startsAt, endsAt, place: where }, n) => [
				String(n + 1),
				longDate(date),
				`${startsAt.slice(0, 5)}–${endsAt.slice(0, 5)}`,
				where
			])
		}
	];
}

function list({ participants }: OrderDatesFacts): Block[] {
	return [
		{ kind: 'title', document: 'СПИСОК', subject: 'участников стажировки' },
		{
			kind: 'table',
			columns: [
				{ title: '№', share: 0.4, align: 'centre' },
				{ title: 'Фамилия, имя, отчество', share: 2 },
				{ title: 'Должность', share: 1.6 },
				{ title: 'Место работы', share: 2.4 }
			],
			rows: participants.map((person, n) => [
				String(n + 1),
				fullName(person),
				person.position ?? '',
				person.organisation ?? ''
			])
		}
	];
}

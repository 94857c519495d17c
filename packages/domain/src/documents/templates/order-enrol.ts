import { fullName } from '../../certificates/names.ts';
import { longDate } from '../../certificates/russian.ts';
import type { Institution, Named, Period, Registered, Signer, TaughtProgramme } from '../facts.ts';
import type { Item, Paper, Words } from '../paper.ts';
import { annexTo, during, inHours, organisation, place, signature } from '../parts.ts';
import { gap, listed, words } from '../wording.ts';
import { learnersGrounds, type WayIn } from './learners-grounds.ts';

export type OrderEnrolFacts = Registered & {
	organisation: Institution;
	programme: TaughtProgramme;
	period: Period;
	/** The acts that the order stands on, in the nominative; none leaves a line to fill. */
	grounds: string[];
	learners: (Named & { cameBy: WayIn })[];
	tutors: Named[];
	/** Others of the same cohort were taken in by an earlier order. */
	additional?: boolean;
	signer: Signer | null;
};

/** Приказ о зачислении with the list of learners as its annex (R158, R159, X21). */
export function orderEnrol(facts: OrderEnrolFacts): Paper {
	const { organisation: issuer, programme, period } = facts;
	const subject = `О ${facts.additional ? 'дополнительном ' : ''}зачислении на программу стажировки «${programme.title}»`;
	return {
		title: `Приказ: ${subject}`,
		author: issuer.title,
		orientation: 'portrait',
		blocks: [
			organisation(issuer),
			{ kind: 'title', document: 'ПРИКАЗ', subject },
			place(facts, issuer.city),
			{
				kind: 'paragraph',
				text: words`Основание: ${listed([groundsOf(facts.grounds), ...learnersGrounds(facts.learners)], ', ')}.`
			},
			{ kind: 'paragraph', text: 'ПРИКАЗЫВАЮ:', align: 'left' },
			{
				kind: 'numbered',
				items: [
					{ text: `Зачислить с ${longDate(period.from)} слушателей согласно приложению № 1.` },
					{ text: `Провести обучение ${during(period)} в объёме ${inHours(programme.hours)}.` },
					...tutorItems(facts.tutors),
					{ text: 'Контроль за исполнением приказа оставляю за собой.' }
				]
			},
			{ kind: 'signatures', signatures: [signature(facts.signer, 'Руководитель')] },
			{ kind: 'newPage' },
			annexTo(1, 'к приказу', facts),
			{ kind: 'title', document: 'СПИСОК', subject: 'слушателей, зачисленных на обучение' },
			{
				kind: 'table',
				columns: [
					{ title: '№', share: 0.4, align: 'centre' },
					{ title: 'Фамилия, имя, отчество', share: 2 },
					{ title: 'Должность', share: 1.6 },
					{ title: 'Место работы', share: 2.4 }
				],
				rows: facts.learners.map((learner, n) => [
					String(n + 1),
					fullName(learner),
					learner.position ?? '',
					learner.organisation ?? ''
				])
			}
		]
	};
}

/** In the nominative after «Основание:». */
export function groundsOf(grounds: string[]): Words {
	return grounds.length ? listed(grounds, ', ') : gap('правовой акт, дата и номер', 40);
}

/** «Назначить тьютором …» needs the accusative that the person confirmed; else «Назначить тьюторов:» with the names. */
export function tutorItems(tutors: Named[]): Item[] {
	if (tutors.length === 0) return [{ text: words`Назначить тьютором ${gap('фамилия, имя, отчество', 36)}.` }];
	const [only] = tutors;
	if (only && tutors.length === 1) {
		return [
			{
				text: only.accusative
					? `Назначить тьютором ${only.accusative}${positionOf(only)}.`
					: `Назначить тьютора: ${fullName(only)}${positionOf(only)}.`
			}
		];
	}
	return [
		{
			text: 'Назначить тьюторов:',
			items: tutors.map((tutor) => ({ text: `${fullName(tutor)}${positionOf(tutor)}.` }))
		}
	];
}

function positionOf({ position }: Named): string {
	return position ? ` (${position})` : '';
}

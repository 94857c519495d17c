import { fullName } from '../../certificates/names.ts';
import type { Institution, Named, Period, Registered, Signer, TaughtProgramme } from '../facts.ts';
import type { Block, Item, Paper } from '../paper.ts';
import { annexTo, during, inHours, organisation, place, signature } from '../parts.ts';
import { dayOr, words } from '../wording.ts';
import { groundsOf } from './order-enrol.ts';

export type OrderFinishFacts = Registered & {
	organisation: Institution;
	programme: TaughtProgramme;
	period: Period;
	/** In the nominative; none leaves a line to fill. */
	grounds: string[];
	/** The day on which the learners leave; null leaves a line to fill. */
	finishedOn: string | null;
	/** `documentNumber` is null where the number is not reserved yet. None: the order only sends down. */
	finished: { person: Named; document: string; documentNumber: string | null }[];
	/** Who leaves without a document of completion, and why. */
	unfinished: { person: Named; reason: string }[];
	signer: Signer | null;
};

/** Приказ об отчислении в связи с завершением обучения и выдаче документов (R158, X21). */
export function orderFinish(facts: OrderFinishFacts): Paper {
	const { organisation: issuer } = facts;
	const subject = facts.finished.length
		? 'Об отчислении в связи с завершением обучения и о выдаче документов'
		: 'Об отчислении слушателей';
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
			{ kind: 'numbered', items: itemsOf(facts) },
			{ kind: 'signatures', signatures: [signature(facts.signer, 'Руководитель')] },
			...annexes(facts)
		]
	};
}

function itemsOf({ programme, period, finishedOn, finished, unfinished }: OrderFinishFacts): Item[] {
	const what = `программу стажировки «${programme.title}» (${inHours(programme.hours)}, ${during(period)})`;
	return [
		...(finished.length
			? [
					{
						text: words`Отчислить с ${dayOr(finishedOn)} слушателей, завершивших ${what}, и выдать документы согласно приложению № 1.`
					}
				]
			: []),
		...(unfinished.length
			? [
					{
						text: words`Отчислить с ${dayOr(finishedOn)} слушателей, не завершивших ${what}, и выдать справки об обучении согласно приложению № ${finished.length ? 2 : 1}.`
					}
				]
			: []),
		...(finished.length ? [{ text: 'Внести сведения о выданных документах в журнал регистрации.' }] : []),
		{ text: 'Контроль за исполнением приказа оставляю за собой.' }
	];
}

function annexes(facts: OrderFinishFacts): Block[] {
	const finished = facts.finished.map(({ person, document, documentNumber }, n) => [
		String(n + 1),
		fullName(person),
		person.organisation ?? '',
		document,
		documentNumber ?? ''
	]);
	const unfinished = facts.unfinished.map(({ person, reason }, n) => [
		String(n + 1),
		fullName(person),
		person.organisation ?? '',
		reason
	]);
	return [
		...(finished.length
			? annex(facts, 1, 'слушателей, завершивших обучение', ['Документ', 'Номер документа'], finished)
			: []),
		...(unfinished.length
			? annex(
					facts,
					finished.length ? 2 : 1,
					'слушателей, не завершивших обучение',
					['Основание'],
					unfinished
				)
			: [])
	];
}

function annex(
	facts: OrderFinishFacts,
	number: number,
	of: string,
	more: string[],
	rows: string[][]
): Block[] {
	return [
		{ kind: 'newPage' },
		annexTo(number, 'к приказу', facts),
		{ kind: 'title', document: 'СПИСОК', subject: of },
		{
			kind: 'table',
			columns: [
				{ title: '№', share: 0.4, align: 'centre' },
				{ title: 'Фамилия, имя, отчество', share: 2 },
				{ title: 'Место работы', share: 2 },
				...more.map((title) => ({ title, share: 1.4 }))
			],
			rows
		}
	];
}

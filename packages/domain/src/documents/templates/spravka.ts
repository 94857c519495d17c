import { fullName } from '../../certificates/names.ts';
import type { Institution, Named, Period, Registered, Signer, TaughtProgramme } from '../facts.ts';
import type { Block, Paper, Words } from '../paper.ts';
import { during, inHours, minutesGenitive, organisation, place, signature } from '../parts.ts';
import { dayOr, gap, known, words } from '../wording.ts';

export type SpravkaFacts = Registered & {
	organisation: Institution;
	person: Named;
	programme: TaughtProgramme;
	period: Period;
	progress: { minutes: number; of: number };
	/** What was mastered part by part; empty where only the sum is known. */
	parts: { title: string; minutes: number; of: number }[];
	/** How the learning stands on the day of the document. */
	why: 'expelled' | 'not_attested' | 'studies' | 'completed';
	/** The order of expulsion; null when it is not issued yet or there is none. */
	order: Registered | null;
	signer: Signer | null;
};

/** Справка об обучении (о периоде обучения): left before the end, or not attested (R158, 273-ФЗ ст. 60). */
export function spravka(facts: SpravkaFacts): Paper {
	const { organisation: issuer, person, progress } = facts;
	return {
		title: `Справка об обучении: ${fullName(person)}`,
		author: issuer.title,
		orientation: 'portrait',
		blocks: [
			organisation(issuer),
			...licence(issuer),
			{ kind: 'title', document: 'СПРАВКА', subject: 'об обучении (о периоде обучения)' },
			place(facts, issuer.city),
			{ kind: 'paragraph', text: studied(facts) },
			{
				kind: 'paragraph',
				text: `Объём программы: ${inHours(facts.programme.hours)}. Освоено: ${progress.minutes} из ${minutesGenitive(progress.of)}.`
			},
			...partsTable(facts.parts),
			{ kind: 'paragraph', text: ending(facts) },
			{ kind: 'paragraph', text: 'Справка выдана для предъявления по месту требования.' },
			{ kind: 'signatures', signatures: [signature(facts.signer, 'Руководитель')] },
			{ kind: 'note', text: 'М. П. (при наличии печати)' }
		]
	};
}

function licence({ licence }: Institution): Block[] {
	return licence
		? [{ kind: 'note', text: `Лицензия на осуществление образовательной деятельности ${licence}` }]
		: [];
}

/** «Справка выдана …» needs the dative that the person confirmed, «он проходил» a gender; else words that do without. */
function studied({ person, programme, period }: SpravkaFacts): string {
	const what = `${during(period)} по программе стажировки «${programme.title}»`;
	if (person.gender === null) {
		return `Настоящая справка подтверждает обучение ${what}. Слушатель: ${fullName(person)}.`;
	}
	const [who, studied] = person.gender === 'f' ? ['она', 'проходила'] : ['он', 'проходил'];
	return person.dative
		? `Справка выдана ${person.dative} в том, что ${who} ${studied} обучение ${what}.`
		: `Настоящая справка подтверждает, что ${fullName(person)} ${studied} обучение ${what}.`;
}

function partsTable(parts: SpravkaFacts['parts']): Block[] {
	if (parts.length === 0) return [];
	return [
		{
			kind: 'table',
			columns: [
				{ title: 'Раздел программы', share: 4 },
				{ title: 'Освоено, минут', align: 'centre' },
				{ title: 'По программе, минут', align: 'centre' }
			],
			rows: parts.map(({ title, minutes, of }) => [title, String(minutes), String(of)])
		}
	];
}

function ending({ why, order }: SpravkaFacts): Words {
	if (why === 'studies') return 'Обучение продолжается.';
	if (why === 'completed') return 'Обучение завершено, итоговая аттестация пройдена.';
	if (why === 'not_attested') return 'Итоговая аттестация по программе не пройдена.';
	const act = order
		? words`приказ от ${dayOr(order.day)} № ${known(order.number, 'номер приказа', 10)}`
		: words`основание: ${gap('приказ, дата и номер', 30)}`;
	return words`Обучение прекращено до завершения программы (${act}).`;
}

import type { Institution, Period, Registered, TaughtProgramme } from '../facts.ts';
import type { Block, Item, Paper, Words } from '../paper.ts';
import { inHours, party, partyOf, place } from '../parts.ts';
import { dayOr, gap, known, words } from '../wording.ts';

export type AgreementNetworkFacts = Registered & {
	/** The organisation whose programme it is, and the one that takes part in it. */
	base: Institution;
	participant: Institution;
	programme: TaughtProgramme;
	/** Parts of the programme and who gives each; none leaves empty rows to fill. */
	parts: { title: string; hours: number | null; by: 'base' | 'participant' }[];
	/** Which of both issues the document, and its name; null leaves a line to fill. */
	issuer: 'base' | 'participant';
	document: string | null;
	/** As in the other agreement; and in how many days a side tells what it cannot do. Null leaves a line to fill. */
	settlements: string | null;
	noticeDays: number | null;
	term: AgreementTerm;
};

/** `open`: it has no last day on purpose. */
export type AgreementTerm = Partial<Period> & { open?: boolean };

const BASE = 'Базовая организация';
const PARTICIPANT = 'Организация-участник';
const EMPTY_ROWS = 3;

/** Договор о сетевой форме реализации программы; the issuer of the document is one of the parties (R158, X22, 273-ФЗ ст. 15). */
export function agreementNetwork(facts: AgreementNetworkFacts): Paper {
	const { base, participant, programme } = facts;
	const subject = `о сетевой форме реализации программы стажировки «${programme.title}»`;
	const [subjectOf, ...rest] = sections(facts);
	return {
		title: `Договор ${subject}`,
		author: base.title,
		orientation: 'portrait',
		blocks: [
			{ kind: 'title', document: 'ДОГОВОР', subject },
			place(facts, base.city),
			{
				kind: 'paragraph',
				text: words`${partyOf(base, BASE)} и ${partyOf(participant, PARTICIPANT)}, вместе именуемые «Стороны», заключили настоящий договор о следующем.`
			},
			{ kind: 'numbered', items: subjectOf ? [subjectOf] : [] },
			partsTable(facts),
			{ kind: 'numbered', from: 2, items: rest },
			{ kind: 'heading', level: 2, text: 'Реквизиты и подписи Сторон' },
			{ kind: 'parties', left: party(BASE, base), right: party(PARTICIPANT, participant) }
		]
	};
}

function partsTable({ parts }: AgreementNetworkFacts): Block {
	return {
		kind: 'table',
		columns: [
			{ title: '№', share: 0.4, align: 'centre' },
			{ title: 'Часть программы', share: 3 },
			{ title: 'Академических часов', share: 1.2, align: 'centre' },
			{ title: 'Кто реализует', share: 1.6 }
		],
		rows: parts.length
			? parts.map(({ title, hours, by }, n) => [
					String(n + 1),
					title,
					hours === null ? '' : String(hours),
					by === 'base' ? BASE : PARTICIPANT
				])
			: Array.from({ length: EMPTY_ROWS }, (_, n) => [String(n + 1), '', '', ''])
	};
}

function sections({
	programme,
	issuer,
	document,
	settlements,
	noticeDays,
	term
}: AgreementNetworkFacts): Item[] {
	const issues = issuer === 'base' ? BASE : PARTICIPANT;
	return [
		section(
			'Предмет договора',
			`Стороны реализуют программу стажировки «${programme.title}» в объёме ${inHours(programme.hours)} (далее – Программа) в сетевой форме в соответствии со статьёй 15 Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации».`,
			'Программу утверждает Базовая организация по согласованию с Организацией-участником.',
			'Части Программы, их объём и Сторона, которая реализует каждую часть, указаны в таблице к настоящему разделу.'
		),
		section(
			'Осуществление образовательной деятельности',
			'Слушатели зачисляются на обучение приказом Базовой организации; их список передаётся Организации-участнику до начала реализации её части Программы.',
			'Каждая Сторона обеспечивает свою часть Программы педагогическими работниками, помещениями, оборудованием и материалами.',
			'Организация-участник передаёт Базовой организации результаты освоения слушателями её части Программы. Базовая организация зачитывает их без дополнительной проверки.',
			words`Слушателям, освоившим Программу и прошедшим итоговую аттестацию, документ выдаёт ${issues}. Вид документа: ${known(document, 'вид документа', 30)}.`,
			'Слушателям, не завершившим обучение, та же Сторона выдаёт справку об обучении или о периоде обучения.',
			'Стороны обрабатывают персональные данные слушателей только для исполнения настоящего договора и в соответствии с Федеральным законом от 27.07.2006 № 152-ФЗ «О персональных данных».'
		),
		section(
			'Ответственность Сторон',
			'Каждая Сторона отвечает за полноту и качество реализации своей части Программы, за жизнь и здоровье слушателей во время занятий, которые она проводит.',
			words`Сторона, которая не может исполнить обязательство, сообщает об этом другой Стороне в течение ${noticeDays ?? gap('число рабочих дней', 5)} рабочих дней со дня, когда об этом узнала.`
		),
		section('Финансовые условия', settled(settlements)),
		section(
			'Срок действия, изменение и прекращение договора',
			lasting(term, 'до исполнения Сторонами своих обязательств'),
			'Договор изменяется и прекращается письменным соглашением Сторон либо в порядке, установленном законодательством Российской Федерации.',
			'При прекращении договора Стороны обеспечивают завершение обучения слушателей, зачисленных до дня прекращения.'
		),
		section(
			'Заключительные положения',
			'Споры решаются переговорами, а при недостижении согласия – в судебном порядке.',
			'Договор составлен в двух экземплярах, имеющих равную юридическую силу, по одному для каждой Стороны.'
		)
	];
}

/** How long it binds; one without a last day lasts until what it is about is over. */
export function lasting({ from, to, open }: AgreementTerm, until: string): Words {
	return open && !to
		? words`Договор действует с ${dayOr(from)} ${until}.`
		: words`Договор действует с ${dayOr(from)} по ${dayOr(to)}`;
}

export function settled(settlements: string | null): Words {
	return words`Расчёты между Сторонами: ${known(settlements, 'не предусмотрены, либо порядок и сроки', 40)}.`;
}

/** A section of an agreement: its title, and its points under it. */
export function section(title: string, ...points: Item['text'][]): Item {
	return { text: title, heading: true, items: points.map((text) => ({ text })) };
}

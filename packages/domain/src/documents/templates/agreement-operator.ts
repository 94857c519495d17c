import type { Institution, Registered } from '../facts.ts';
import type { Item, Paper } from '../paper.ts';
import { party, partyOf, place } from '../parts.ts';
import { gap, known, words } from '../wording.ts';
import { lasting, section, settled, type AgreementTerm } from './agreement-network.ts';

export type AgreementOperatorFacts = Registered & {
	operator: Institution;
	site: Institution;
	/** «Региональная стажировочная площадка «…»»; null leaves a line to fill. */
	siteTitle: string | null;
	theme: string | null;
	/** The act that gave the status, as it is cited. */
	statusAct: string | null;
	/** Title of the regulation under which both work. */
	regulation: string | null;
	/** Duties as the regulation puts them; none leaves the common wording alone. */
	duties: { operator: string[]; site: string[] };
	/** «до 1 июня каждого года»: when the site reports; null leaves a line to fill. */
	reportDue: string | null;
	/** «не предусмотрены»: what both pay each other; null leaves a line to fill. */
	settlements: string | null;
	term: AgreementTerm;
};

const OPERATOR = 'Оператор';
const SITE = 'Площадка';

/** Договор о сотрудничестве площадки и оператора: subject, duties, term, reports (R158). */
export function agreementOperator(facts: AgreementOperatorFacts): Paper {
	const { operator, site } = facts;
	const subject = 'о сотрудничестве стажировочной площадки и оператора';
	return {
		title: `Договор ${subject}`,
		author: operator.title,
		orientation: 'portrait',
		blocks: [
			{ kind: 'title', document: 'ДОГОВОР', subject },
			place(facts, operator.city),
			{
				kind: 'paragraph',
				text: words`${partyOf(operator, OPERATOR)} и ${partyOf(site, SITE)}, вместе именуемые «Стороны», заключили настоящий договор о следующем.`
			},
			{ kind: 'numbered', items: sections(facts) },
			{ kind: 'heading', level: 2, text: 'Реквизиты и подписи Сторон' },
			{ kind: 'parties', left: party(OPERATOR, operator), right: party(SITE, site) }
		]
	};
}

function sections(facts: AgreementOperatorFacts): Item[] {
	const { siteTitle, theme, statusAct, regulation, duties, reportDue, settlements, term } = facts;
	return [
		section(
			'Предмет договора',
			words`Стороны сотрудничают в работе стажировочной площадки ${known(siteTitle, 'название площадки', 34)} по теме ${theme ? `«${theme}»` : gap('тема', 34)}.`,
			words`Статус площадки присвоен: ${known(statusAct, 'вид, дата и номер акта', 34)}.`,
			words`Стороны руководствуются документом: ${known(regulation, 'положение о стажировочных площадках', 40)}.`
		),
		section(
			'Обязанности Площадки',
			...duties.site,
			'Проводить стажировки по утверждённым программам и плану работы.',
			'Назначить приказом руководителя площадки и тьюторов.',
			'Обеспечить помещения, оборудование и доступ стажёров к занятиям.',
			'Сообщать Оператору об изменениях, которые влияют на исполнение договора.'
		),
		section(
			'Обязанности Оператора',
			...duties.operator,
			'Оказывать Площадке научно-методическую и консультационную помощь.',
			'Сообщать Площадке о решениях, которые касаются её статуса и работы.',
			'Рассматривать отчёты Площадки и сообщать о результатах.'
		),
		section(
			'Отчётность',
			words`Площадка представляет отчёт о работе: ${known(reportDue, 'срок отчёта', 28)}.`,
			'По запросу Оператора Площадка представляет сведения о проведённых мероприятиях в срок, указанный в запросе.'
		),
		section(
			'Персональные данные',
			'Стороны обрабатывают персональные данные стажёров только для исполнения настоящего договора и в соответствии с Федеральным законом от 27.07.2006 № 152-ФЗ «О персональных данных».',
			'Сведения об обучающихся в материалах стажировки не должны позволять установить личность обучающегося.'
		),
		section(
			'Срок действия, изменение и прекращение договора',
			lasting(term, 'до прекращения статуса площадки'),
			'Договор прекращается досрочно при прекращении статуса площадки – со дня вступления в силу соответствующего акта.',
			'Договор изменяется и прекращается письменным соглашением Сторон либо в порядке, установленном законодательством Российской Федерации.'
		),
		section(
			'Заключительные положения',
			settled(settlements),
			'Споры решаются переговорами, а при недостижении согласия – в судебном порядке.',
			'Договор составлен в двух экземплярах, имеющих равную юридическую силу, по одному для каждой Стороны.'
		)
	];
}

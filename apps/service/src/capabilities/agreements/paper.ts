import { dayOfYear, longDate } from '@stazhirovka/domain/certificates';
import { agreementNetwork, agreementOperator, type Paper } from '@stazhirovka/domain/documents';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { institutionOf } from '../documents/index.ts';
import type { AgreementWording } from '@stazhirovka/domain/staff';
import type { FrozenProgramme } from '../programmes/index.ts';
import type { grantingAct } from '../sites/index.ts';
import type { membersBesideLead, parties } from './queries.ts';

export type Parties = NonNullable<Awaited<ReturnType<typeof parties>>>;
export type Partner = Awaited<ReturnType<typeof membersBesideLead>>[number];
type Numbered = { number: string | null; day: string };
type Term = { from: string; lastDay: string | null; wording: AgreementWording };

const termOf = ({ from, lastDay }: Term) => (lastDay ? { from, to: lastDay } : { from, open: true });

/** «не позднее 1 июня каждого года»; empty where the regulation names no day. */
export function reportDueBy({ report: { deadline } }: RegulationProfile): string {
	return deadline ? `не позднее ${dayOfYear(deadline)} каждого года` : '';
}

/** Договор о сотрудничестве with what the regulation says of both sides and of the report (R19, R158). */
export function operatorPaper(
	{ title, theme, organisation }: Parties,
	operator: Partner,
	facts: { profile: RegulationProfile; act: Awaited<ReturnType<typeof grantingAct>>; term: Term },
	registered: Numbered
): Paper {
	const { profile, act, term } = facts;
	const { role } = profile.operator;
	return agreementOperator({
		...registered,
		operator: institutionOf(operator),
		site: institutionOf(organisation),
		siteTitle: `«${title}»`,
		theme,
		statusAct: act ? `${act.kind} от ${longDate(act.signedOn)} № ${act.number}` : null,
		regulation: profile.title,
		duties: {
			operator: role ? [`По положению Оператор: ${role}.`] : [],
			site: (profile.functions ?? []).map((line) => `Функция Площадки по положению: ${line}.`)
		},
		...{ reportDue: term.wording.reportDue, settlements: term.wording.settlements },
		term: termOf(term)
	});
}

export type Shared = {
	programme: FrozenProgramme;
	parts: string[];
	issuer: 'base' | 'participant';
	term: Term;
};

/** Договор о сетевой форме: which side gives which module, and which issues the document (X22). */
export function networkPaper(
	{ organisation }: Parties,
	member: Partner,
	{ programme: { document, rules }, parts, issuer, term }: Shared,
	registered: Numbered
): Paper {
	return agreementNetwork({
		...registered,
		base: institutionOf(organisation),
		participant: institutionOf(member),
		programme: { title: document.title, hours: rules.document.hours },
		parts: document.modules.map(({ key, title, hours }) => ({
			...{ title, hours },
			by: parts.includes(key) ? 'participant' : 'base'
		})),
		issuer,
		document: document.document.title,
		settlements: term.wording.settlements,
		noticeDays: Number(term.wording.noticeDays),
		term: termOf(term)
	});
}

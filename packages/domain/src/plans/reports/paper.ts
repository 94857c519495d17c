import { longDate } from '../../certificates/index.ts';
import { formPaper, signature, type Paper } from '../../documents/index.ts';
import type { Answer, FormDefinition } from '../../forms/index.ts';
import type { RegulationProfile } from '../../regulations/index.ts';
import type { Coverage } from './coverage.ts';

export type PrintedReport = {
	definition: FormDefinition;
	answer: Answer;
	site: string;
	organisation: string;
	coverage: Coverage | null;
	/** What was asked, in a report on request. */
	subject: string;
	/** Who handed it in; null: nobody yet, so there are lines to fill. */
	leader: string | null;
};

/** A report as a paper in the form of its regulation (R160): who tells whom of which days, and the leader's signature. */
export function reportPaper({ report }: Pick<RegulationProfile, 'report'>, printed: PrintedReport): Paper {
	const { definition, answer, site, organisation, coverage, subject, leader } = printed;
	return formPaper(definition, answer, {
		author: organisation,
		organisation: [organisation],
		subject: site,
		...(report.annex ? { annex: [report.annex] } : {}),
		facts: [
			...(report.to ? [{ label: 'Кому', value: report.to }] : []),
			...(coverage ? [{ label: 'За какие дни', value: daysOf(coverage) }] : []),
			...(subject ? [{ label: 'По запросу', value: subject }] : [])
		],
		signatures: [signature(leader === null ? null : { position: LEADER, name: leader }, LEADER)],
		unanswered: leader === null ? 'line' : 'dash'
	});
}

const LEADER = 'Руководитель площадки';

function daysOf({ from, to }: Coverage): string {
	return from === to ? longDate(from) : `${longDate(from)} – ${longDate(to)}`;
}

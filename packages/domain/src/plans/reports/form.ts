import type { FormDefinition } from '../../forms/index.ts';
import { fieldsForm, missingParts, type Part, type RegulationProfile } from '../../regulations/index.ts';

/** The sheet of a report has this key in every regulation. */
const REPORT = 'report';

/** The report in the form of its regulation (R126); null where the regulation has none, or does not give it. */
export function reportForm({ report }: Pick<RegulationProfile, 'report'>): FormDefinition | null {
	const form = fieldsForm(REPORT, report.title ?? 'Отчёт', report.fields);
	return report.exists && form.sections.length ? form : null;
}

/** The day of every year by which a report is due; null where the source has no day, or no form to hand in. */
export function deadlineOf({ report }: Pick<RegulationProfile, 'report'>) {
	return (reportForm({ report }) && report.deadline) ?? null;
}

/** What a report on request is written on where the regulation gives no form: its own words, and what was held (R127). */
export function freeReportForm(): FormDefinition {
	return fieldsForm(REPORT, 'Отчёт по запросу', [
		{ n: 1, key: 'answer', label: 'Описание работы по запросу', type: 'rich_text', required: true },
		{
			n: 2,
			key: 'events',
			label: 'Мероприятия',
			type: 'table',
			required: false,
			columns: [
				{ key: 'event', label: 'Мероприятие', type: 'text' },
				{ key: 'form', label: 'Форма', type: 'text' },
				{ key: 'day', label: 'Дата проведения', type: 'text' },
				{ key: 'participants', label: 'Участников', type: 'number' }
			]
		},
		{ n: 3, key: 'corrections', label: 'Изменения плана и их причины', type: 'rich_text', required: false }
	]);
}

const OWN: readonly Part[] = ['report.fields', 'report.deadline', 'report.to'];

/** What the source says nothing about, so that nobody takes it for a rule. */
export function silentInReport(profile: RegulationProfile): Part[] {
	return missingParts(profile).filter((part) => OWN.includes(part));
}

/** The ground on which a status may be ended when reports and activity differ (R26); null: differences are remarks. */
export function mismatchGround({ termination }: Pick<RegulationProfile, 'termination'>): string | null {
	return termination.grounds.find(({ code }) => code === 'activity_report_mismatch')?.text ?? null;
}
